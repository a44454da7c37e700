import { describe, expect, test } from "vitest";
import { sha256, utf8 } from "#lib/base/bytes.ts";
import { leadingZeroBits, solveWork, workOf } from "./work.ts";

describe("the computing that a flooded portal asks for", () => {
  test.each([0, 1, 9, 13])("an answer for %s zero bits is one", async (bits) => {
    const answer = await solveWork({ puzzle: "a1b2", bits });
    expect(answer).toMatch(/^a1b2:\d+$/);
    expect(leadingZeroBits(await sha256(utf8(answer)))).toBeGreaterThanOrEqual(bits);
  });

  test("it stops when the person cancels", async () => {
    const stop = new AbortController();
    const solving = solveWork({ puzzle: "never", bits: 24 }, stop.signal);
    stop.abort();
    await expect(solving).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
  });

  test("bits are counted from the front", () => {
    expect([[0xff], [0x7f], [0x01], [0, 0x80], [0, 0]].map((each) => leadingZeroBits(Uint8Array.from(each)))).toEqual([
      0, 1, 7, 8, 16,
    ]);
  });

  test.each([
    [{ work: { puzzle: "p", bits: 18 } }, { puzzle: "p", bits: 18 }],
    [{ work: { puzzle: "p", bits: 25 } }, null],
    [{ work: { puzzle: "p", bits: 1.5 } }, null],
    [{ work: { puzzle: 7, bits: 18 } }, null],
    [{ code: "NOT_FOUND" }, null],
    [undefined, null],
  ])("%j asks for %j", (body, work) => {
    expect(workOf(body)).toEqual(work);
  });
});
