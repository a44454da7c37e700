import { describe, expect, test } from "vitest";
import { maximumAttachmentBytes } from "#lib/schema/submission.ts";
import { attachmentsProblem, readAttachments } from "./attachment-files.ts";

function files(count: number, size: number) {
  return Array.from({ length: count }, () => ({ size }));
}

describe("attachments", () => {
  test.each([
    [files(20, 1), undefined],
    [files(21, 1), "TOO_MANY_ATTACHMENTS"],
    [files(1, maximumAttachmentBytes), undefined],
    [[...files(1, maximumAttachmentBytes), ...files(1, 1)], "ATTACHMENTS_TOO_LARGE"],
    [[], undefined],
  ])("limits, case %#", (chosen, code) => {
    expect(attachmentsProblem(chosen)?.code).toBe(code);
  });

  test("a file is read byte for byte and named safely", async () => {
    const read = await readAttachments([
      new File([Uint8Array.of(0, 13, 10, 255)], "../a\u202Etxt.c", { type: "text/x-c" }),
    ]);
    expect(read).toEqual({
      ok: true,
      value: [{ name: "atxt.c", mediaType: "text/x-c", contents: Uint8Array.of(0, 13, 10, 255) }],
    });
  });

  test("a file that has gone is named", async () => {
    const gone = new File([], "gone.txt");
    gone.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
    expect(await readAttachments([gone])).toMatchObject({
      ok: false,
      problem: { code: "ATTACHMENT_UNREADABLE", facts: { name: "gone.txt" } },
    });
  });
});
