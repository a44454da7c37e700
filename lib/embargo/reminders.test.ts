import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { addHours } from "#lib/base/instant.ts";
import { disclosureAt, policy, receivedAt } from "./fixtures/report-facts.ts";
import { obligationKinds } from "./obligation.ts";
import { isSaidTogether, nextReminderAt, remindersDue, remindersOf } from "./reminders.ts";
import type { Reminder } from "./reminders.ts";

const disclosure = { kind: "DISCLOSE", openedAt: receivedAt, dueAt: disclosureAt, closing: null } as const;
const linesOf = (reminders: readonly Reminder[]) =>
  reminders.map(({ step, at, to }) => `${at.toISOString().slice(0, 16)} ${step} ${to}`);

describe("reminders", () => {
  test("come before, at and after the instant, and then go on to others", () => {
    expect(linesOf(remindersOf(disclosure, policy))).toEqual([
      "2026-11-09T12:00 before-72h owner",
      "2026-11-11T12:00 before-24h owner",
      "2026-11-12T10:00 before-2h owner",
      "2026-11-12T12:00 due owner",
      "2026-11-13T12:00 after-24h owner",
      "2026-11-13T12:00 to-primary primary",
      "2026-11-14T12:00 to-backup backup",
      "2026-11-15T12:00 after-72h owner",
      "2026-11-16T12:00 to-coordinators coordinators",
    ]);
  });

  // The clocks of Europe go back on 25 October 2026, those of the United States on 1 November.
  test("are counted in hours, whatever clocks change in between", () => {
    const dueAt = new Date("2026-10-27T08:00:00Z");
    const openedAt = new Date("2026-10-20T08:00:00Z");
    expect(linesOf(remindersOf({ ...disclosure, openedAt, dueAt }, policy)).slice(0, 4)).toEqual([
      "2026-10-24T08:00 before-72h owner",
      "2026-10-26T08:00 before-24h owner",
      "2026-10-27T06:00 before-2h owner",
      "2026-10-27T08:00 due owner",
    ]);
  });

  test.each([
    { openedAt: "2026-11-09T12:00:00Z", first: "before-72h" },
    { openedAt: "2026-11-09T12:00:01Z", first: "before-24h" },
    { openedAt: "2026-11-12T10:00:01Z", first: "due" },
    { openedAt: "2026-11-12T12:00:00Z", first: "due" },
  ])("of what is owed since $openedAt begin with $first", ({ openedAt, first }) => {
    expect(remindersOf({ ...disclosure, openedAt: new Date(openedAt) }, policy)[0]?.step).toBe(first);
  });

  test("of the disclosure go with those of the posting from its instant on, where these reach the same people", () => {
    const own = remindersOf(disclosure, policy).filter(
      (reminder) => !isSaidTogether({ ...disclosure, issueNumber: 1 }, reminder),
    );
    expect(own.map(({ step }) => step)).toEqual(["before-72h", "before-24h", "before-2h", "to-primary", "to-backup"]);
    const posting = { ...disclosure, kind: "POST_ISSUE", issueNumber: 1 } as const;
    expect(remindersOf(posting, policy).filter((reminder) => isSaidTogether(posting, reminder))).toEqual([]);
  });

  test.each(obligationKinds.map((kind) => ({ kind })))("of $kind are none once it is closed", ({ kind }) => {
    const closing = { at: receivedAt, evidence: { kind: "word", text: "done" } } as const;
    expect(remindersOf({ ...disclosure, kind, closing }, policy)).toEqual([]);
  });

  test.each([{ kind: "POST_ISSUE" }, { kind: "REPORT_PROGRESS" }, { kind: "TELL_LEAK" }] as const)(
    "of $kind begin at its instant, since nothing can be got ready or it was said already",
    ({ kind }) => {
      expect(remindersOf({ ...disclosure, kind }, policy)[0]?.step).toBe("due");
    },
  );

  test.each(["ACKNOWLEDGE", "ANSWER_PROPOSAL", "DISCLOSE", "POST_EXPLOIT", "INVESTIGATE_LEAK", "REPORT_LEAK"] as const)(
    "of %s begin before its instant, so that it can be got ready",
    (kind) => {
      expect(remindersOf({ ...disclosure, kind }, policy)[0]?.step).toBe("before-72h");
    },
  );

  test("after hours of downtime are one for each recipient, the latest", () => {
    const after = new Date("2026-11-08T00:00:00Z");
    expect(
      linesOf(remindersDue(remindersOf(disclosure, policy), { after, now: new Date("2026-11-15T12:00:00Z") })),
    ).toEqual([
      "2026-11-13T12:00 to-primary primary",
      "2026-11-14T12:00 to-backup backup",
      "2026-11-15T12:00 after-72h owner",
    ]);
  });

  test("are due at their very millisecond, and not due again after it", () => {
    const reminders = remindersOf(disclosure, policy);
    const between = (after: string, now: string) =>
      remindersDue(reminders, { after: new Date(after), now: new Date(now) }).length;
    expect(between("2026-11-12T11:00:00.000Z", "2026-11-12T11:59:59.999Z")).toBe(0);
    expect(between("2026-11-12T11:59:59.999Z", "2026-11-12T12:00:00.000Z")).toBe(1);
    expect(between("2026-11-12T12:00:00.000Z", "2026-11-12T13:00:00.000Z")).toBe(0);
  });

  test("are next at the first instant after the last pass, and never again at the end", () => {
    const reminders = remindersOf(disclosure, policy);
    expect(nextReminderAt(reminders, receivedAt)).toEqual(new Date("2026-11-09T12:00:00Z"));
    expect(nextReminderAt(reminders, new Date("2026-11-09T12:00:00Z"))).toEqual(new Date("2026-11-11T12:00:00Z"));
    expect(nextReminderAt(reminders, new Date("2026-11-16T12:00:00Z"))).toBeNull();
  });
});

const hoursOf = (max: number) => fc.uniqueArray(fc.integer({ min: 1, max }), { maxLength: 4 });
const anyReminders = fc
  .record({
    kind: fc.constantFrom(...obligationKinds),
    dueHours: fc.integer({ min: 0, max: 300 }),
    reminderHoursBefore: hoursOf(150),
    reminderHoursAfter: hoursOf(150),
    escalationHours: fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: 150 }))),
  })
  .map(({ kind, dueHours, escalationHours: [primary = 0, backup = 0, coordinators = 0], ...hours }) =>
    remindersOf(
      { kind, openedAt: receivedAt, dueAt: addHours(receivedAt, dueHours), closing: null },
      {
        ...hours,
        escalation: [
          { to: "primary", afterHours: primary },
          { to: "backup", afterHours: backup },
          { to: "coordinators", afterHours: coordinators },
        ],
      },
    ),
  );
/** The instants of passes, the last of them after everything. */
const anyPasses = fc
  .uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 40 })
  .map((cuts) => [...cuts.toSorted((left, right) => left - right), 501].map((hours) => addHours(receivedAt, hours)));

/** What each pass sends. */
function sentIn(reminders: readonly Reminder[], passes: readonly Date[]) {
  return passes.map((now, index) => {
    const after = passes[index - 1] ?? addHours(receivedAt, -1);
    return {
      sent: remindersDue(reminders, { after, now }),
      passed: reminders.filter(({ at }) => at > after && at <= now),
    };
  });
}

describe("however the clock is cut into passes", () => {
  property.prop([anyReminders, anyPasses])("no step is sent twice", (reminders, passes) => {
    const steps = sentIn(reminders, passes).flatMap(({ sent }) => sent.map(({ step }) => step));
    expect(new Set(steps).size).toBe(steps.length);
  });

  property.prop([anyReminders, anyPasses])(
    "each recipient gets the last of each pass, and that alone",
    (reminders, passes) => {
      for (const { sent, passed } of sentIn(reminders, passes)) {
        const recipients = [...new Set(passed.map(({ to }) => to))];
        expect(sent.map(({ to }) => to).toSorted()).toEqual(recipients.toSorted());
        for (const reminder of sent) expect(passed.findLast(({ to }) => to === reminder.to)).toEqual(reminder);
      }
    },
  );

  property.prop([anyReminders])(
    "a pass at each next instant loses none that has an instant of its own",
    (reminders) => {
      const sent: Reminder[] = [];
      let after = addHours(receivedAt, -1);
      for (let now = nextReminderAt(reminders, after); now !== null; now = nextReminderAt(reminders, after)) {
        sent.push(...remindersDue(reminders, { after, now }));
        after = now;
      }
      const instants = reminders.map(({ at, to }) => `${at.toISOString()} ${to}`);
      expect(sent.map(({ at, to }) => `${at.toISOString()} ${to}`)).toEqual(
        instants.filter((line, index) => instants.lastIndexOf(line) === index),
      );
    },
  );
});
