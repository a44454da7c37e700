import { describe, expect, test } from "vitest";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";
import { obligationKinds } from "#lib/embargo/obligation.ts";
import { remindersOf } from "#lib/embargo/reminders.ts";
import { eventKinds } from "#lib/schema/event-kind.ts";
import { noticeWords, recipientText, reminderStepText } from "./notice-words.ts";

describe("a notice", () => {
  test.each(eventKinds)("of %s has words that are no code", (news) => {
    const { what, step } = noticeWords({ news, reminder: null });
    expect(what).toMatch(/^[A-Z][^_]+ [^_]+$/);
    expect(step).toBeNull();
  });

  test("of what is owed says what, and which reminder it is", () => {
    const reminder = { kind: "POST_ISSUE", step: "after-24h", dueAt: new Date(0) } as const;
    expect(noticeWords({ news: null, reminder })).toEqual({ what: "Post the issue", step: "24 hours after" });
  });
});

describe("a reminder", () => {
  test.each([
    { step: "before-72h", text: "3 days before" },
    { step: "before-24h", text: "24 hours before" },
    { step: "before-1h", text: "1 hour before" },
    { step: "before-0.5h", text: "0.5 hours before" },
    { step: "due", text: "at its instant" },
    { step: "to-backup", text: "late: handed to the duty’s backup" },
    { step: "from-a-later-version", text: "from-a-later-version" },
  ])("$step: $text", ({ step, text }) => {
    expect(reminderStepText(step)).toBe(text);
  });

  test("of every step that the default policy knows has words", () => {
    const [openedAt, dueAt] = [new Date(0), new Date("2026-12-01T10:00:00Z")];
    const steps = obligationKinds.flatMap((kind) => remindersOf({ kind, openedAt, dueAt, closing: null }, distros2017));
    for (const { step } of steps) expect(reminderStepText(step), step).not.toBe(step);
  });

  test.each([
    { to: "owner", owner: "reporter", text: "the reporter" },
    { to: "owner", owner: "list", text: "whoever holds A11" },
    { to: "backup", owner: "reporter", text: "the backup of A11" },
    { to: "coordinators", owner: "list", text: "the coordinators" },
  ] as const)("to $to of what the $owner owes goes to $text", ({ to, owner, text }) => {
    expect(recipientText({ to, owner, duty: "A11" })).toBe(text);
  });
});
