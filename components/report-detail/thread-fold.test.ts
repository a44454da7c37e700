import { describe, expect, test } from "vitest";
import { alwaysShown, foldedCount } from "./thread-fold.ts";

const viewer = { kind: "member", memberId: "me" } as const;

/** So many messages, one at each second; of the reporter's, or of a member's. */
const threadOf = (length: number, by: string | null = null) =>
  Array.from({ length }, (_, number) => ({
    author: by === null ? ("reporter" as const) : ("member" as const),
    authorMember: by === null ? null : { id: by as never, name: "Dora Demo", organisation: "Debian" },
    sentAt: second(number),
  }));
const second = (number: number) => new Date(number * 1_000);

describe("of a thread that was read to its end", () => {
  test("all is folded but the report and the newest messages", () => {
    expect(foldedCount(threadOf(150), second(149), viewer)).toBe(150 - 1 - alwaysShown);
  });

  test("nothing is folded where that would hide no more than two", () => {
    expect(foldedCount(threadOf(alwaysShown + 3), second(999), viewer)).toBe(0);
    expect(foldedCount(threadOf(alwaysShown + 4), second(999), viewer)).toBe(3);
    expect(foldedCount([], second(999), viewer)).toBe(0);
  });
});

describe("what is new to the viewer", () => {
  test("is never folded", () => {
    expect(foldedCount(threadOf(150), second(59), viewer)).toBe(59);
    expect(foldedCount(threadOf(150), null, viewer)).toBe(0);
  });

  test("is not what they wrote themselves", () => {
    expect(foldedCount(threadOf(150, "me"), null, viewer)).toBe(129);
    expect(foldedCount(threadOf(150, "another"), null, viewer)).toBe(0);
  });
});
