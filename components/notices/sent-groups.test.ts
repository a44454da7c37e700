import { expect, test } from "vitest";
import type { NoticeId } from "#lib/base/id.ts";
import type { SentReminder } from "#lib/schema/notices-response.ts";
import { sentGroups } from "./sent-groups.ts";

function sent(recipient: string | null, step: string, handle = "FN-2026-0001"): SentReminder {
  const at = new Date("2026-12-01T10:00:00Z");
  const reminder = { kind: "POST_ISSUE", step, dueAt: at } as const;
  return { id: "n" as NoticeId, at, handle, reportId: null, news: null, reminder, isRead: false, recipient };
}

test("a reminder stands once, with all to whom it went", () => {
  const all = [sent("Uma", "due"), sent("Ada", "due"), sent(null, "before-2h"), sent("Ada", "due", "FN-2026-0002")];
  expect(sentGroups(all).map(({ reminder, recipients }) => [reminder.reminder?.step, ...recipients])).toEqual([
    ["due", "Ada", "Uma"],
    ["before-2h", "the reporter"],
    ["due", "Ada"],
  ]);
});
