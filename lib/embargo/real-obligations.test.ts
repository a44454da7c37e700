import { describe, expect, test } from "vitest";
import { addHours, hourMs } from "#lib/base/instant.ts";
import { escalationAt } from "./escalation.ts";
import {
  agreedAtOnce,
  ended,
  issueFacts,
  lineOf,
  policy,
  posted,
  proposed,
  recorded,
  reportFacts,
} from "./fixtures/report-facts.ts";
import { obligationsOf } from "./obligations-of.ts";
import { remindersDue, remindersOf } from "./reminders.ts";
import type { IssueFacts, ReportFacts } from "./report-facts.ts";

/** A report of one issue, acknowledged at once; nothing else is owed for it than what a case is about. */
function reportAt(receivedAt: Date, issue: Partial<IssueFacts>): ReportFacts {
  const calm = { ...policy, progressDays: null };
  const issues = [issueFacts({ policy: calm, openedAt: receivedAt, records: [], ...issue })];
  return reportFacts({ policy: calm, receivedAt, acknowledgedAt: receivedAt, lastActivityAt: receivedAt, issues });
}

const linesAt = (facts: ReportFacts, now: string) =>
  obligationsOf(facts, new Date(now))
    .filter(({ kind }) => kind !== "ACKNOWLEDGE")
    .map(lineOf);

describe("a report that says “14 days” and no date", () => {
  const receivedAt = new Date("2026-11-08T21:40:00Z"); // a Sunday

  test("owes a date from the first moment, and A1 asks for it", () => {
    const obligations = obligationsOf(reportAt(receivedAt, {}), addHours(receivedAt, 1));
    expect(obligations.filter(({ closing }) => closing === null)).toMatchObject([
      { key: "SUPPLY_DATE/1", owner: "reporter", duty: "A1", clause: "R7", dueAt: receivedAt },
    ]);
  });

  test("owes it no more with the first real instant, and then owes what that brings", () => {
    const records = [
      proposed(1, "reporter", "2026-11-09T08:00:00Z", "2026-11-22T21:40:00Z"), // 14 days after receipt, to the second
      { step: "accept", at: new Date("2026-11-09T08:00:00Z"), by: "policy", proposal: 1 } as const,
    ];
    expect(linesAt(reportAt(receivedAt, { records }), "2026-11-09T08:00:00Z")).toEqual([
      "reporter SUPPLY_DATE/1 2026-11-08T21:40 R7 record 2026-11-09T08:00",
      "reporter DISCLOSE/1 2026-11-22T21:40 A9",
      "reporter POST_ISSUE/1 2026-11-22T21:40 R13",
    ]);
  });
});

describe("CVE-2023-32233, posted first without its exploit", () => {
  // The posting's instant is the real one. When the list was told is not on public record: a time before stands for it.
  const receivedAt = new Date("2023-05-02T12:00:00Z");
  const postedAt = "2023-05-08T15:58:20Z";
  const exploit = { sharedAt: receivedAt, by: "reporter", publicationAt: null } as const;
  const reportWith = (...postings: IssueFacts["postings"]) =>
    reportAt(receivedAt, { records: agreedAtOnce(receivedAt, postedAt), exploit, postings });

  test.each([
    { announced: "2023-05-15T00:00:00Z", due: "2023-05-15T00:00:00.000Z" },
    { announced: "2023-05-15T15:58:20Z", due: "2023-05-15T15:58:20.000Z" }, // 7 days after the posting, to the second
    { announced: "2023-05-15T15:58:21Z", due: "2023-05-15T15:58:20.000Z" },
    { announced: "2023-05-15T23:59:59Z", due: "2023-05-15T15:58:20.000Z" },
  ])("owes it on the 15th: announced for $announced, at $due", ({ announced, due }) => {
    const facts = reportWith(posted(postedAt, { announcesExploitAt: new Date(announced) }));
    const open = obligationsOf(facts, new Date(postedAt)).filter(({ closing }) => closing === null);
    expect(open.map(({ key, dueAt }) => `${key} ${dueAt.toISOString()}`)).toEqual([`POST_EXPLOIT/1 ${due}`]);
  });

  test("owes nothing after the second posting", () => {
    const first = posted(postedAt, { announcesExploitAt: new Date("2023-05-15T12:00:00Z") });
    const second = posted("2023-05-15T11:00:00Z", { kind: "exploit", includesExploit: true });
    expect(linesAt(reportWith(first, second), "2023-05-16T00:00:00Z")).toEqual([
      "reporter DISCLOSE/1 2023-05-08T15:58 A9 link 2023-05-08T15:58",
      "reporter POST_ISSUE/1 2023-05-08T15:58 R13 link 2023-05-08T15:58",
      "reporter POST_EXPLOIT/1 2023-05-15T12:00 R14 link 2023-05-15T11:00",
    ]);
  });

  test("would have owed the announcement at once, had the posting not made it", () => {
    expect(linesAt(reportWith(posted(postedAt)), "2023-05-08T16:00:00Z")).toContain(
      "reporter ANNOUNCE_EXPLOIT/1 2023-05-08T15:58 R14",
    );
  });
});

describe("CVE-2020-5260, posted 24 hours, 59 minutes and 44 seconds late", () => {
  const receivedAt = new Date("2020-04-07T17:22:01Z");
  const agreedAt = "2020-04-14T18:00:00Z";
  const postedAt = new Date("2020-04-15T18:59:44Z");
  /** The facts as they were known at `now`. */
  const factsAt = (now: Date) =>
    reportAt(receivedAt, {
      records: agreedAtOnce(receivedAt, agreedAt),
      postings: now < postedAt ? [] : [posted("2020-04-15T18:59:44Z")],
    });
  const postingAt = (now: string) => {
    const obligation = obligationsOf(factsAt(new Date(now)), new Date(now)).find(({ kind }) => kind === "POST_ISSUE");
    if (obligation === undefined) throw new Error("no posting owed");
    return obligation;
  };

  test.each([
    { now: "2020-04-14T18:00:00Z", with: "owner", open: true },
    { now: "2020-04-15T17:59:59Z", with: "owner", open: true },
    { now: "2020-04-15T18:00:00Z", with: "primary", open: true },
    { now: "2020-04-15T18:59:43Z", with: "primary", open: true },
    { now: "2020-04-15T18:59:44Z", with: "owner", open: false },
  ])("was at $now with: $with", ({ now, with: recipient, open }) => {
    const obligation = postingAt(now);
    expect(escalationAt(obligation, policy, new Date(now))).toBe(recipient);
    expect(obligation.closing === null).toBe(open);
  });

  test("was asked for before, at and a day after its instant, and no more once it was there", () => {
    const firstPassAt = new Date("2020-04-07T18:00:00Z");
    const sent = Array.from({ length: 24 * 20 }, (_, hour) => addHours(firstPassAt, hour)).flatMap((now) =>
      obligationsOf(factsAt(now), now).flatMap((obligation) =>
        remindersDue(remindersOf(obligation, policy), { after: new Date(now.getTime() - hourMs), now }).map(
          ({ step, at }) => `${at.toISOString().slice(0, 16)} ${obligation.key} ${step}`,
        ),
      ),
    );
    expect(sent).toEqual([
      "2020-04-11T18:00 DISCLOSE/1 before-72h",
      "2020-04-13T18:00 DISCLOSE/1 before-24h",
      "2020-04-14T16:00 DISCLOSE/1 before-2h",
      "2020-04-14T18:00 DISCLOSE/1 due",
      "2020-04-14T18:00 POST_ISSUE/1 due",
      "2020-04-15T18:00 DISCLOSE/1 after-24h",
      "2020-04-15T18:00 DISCLOSE/1 to-primary",
      "2020-04-15T18:00 POST_ISSUE/1 after-24h",
      "2020-04-15T18:00 POST_ISSUE/1 to-primary",
    ]);
  });
});

describe("an embargo that a third party breaks within hours", () => {
  const receivedAt = new Date("2026-11-02T09:12:31Z");
  const brokenAt = "2026-11-02T14:40:00Z";
  const agreed = agreedAtOnce(receivedAt, "2026-11-12T12:00:00Z");
  const broken = {
    records: [
      ...agreed,
      proposed(2, "list", "2026-11-02T11:00:00Z", "2026-11-10T12:00:00Z"),
      ended("public", brokenAt),
    ],
    caseRecords: [recorded("public", brokenAt), recorded("vendor-aware", brokenAt)],
  };

  test("leaves the reporter's posting, owed from that moment on, and no date to wait for", () => {
    expect(linesAt(reportAt(receivedAt, broken), "2026-11-02T15:00:00Z")).toEqual([
      "reporter POST_ISSUE/1 2026-11-02T14:40 R13",
      "reporter ANSWER_PROPOSAL/1/2 2026-11-04T11:00 A2 record 2026-11-02T14:40",
      "reporter DISCLOSE/1 2026-11-12T12:00 A9 record 2026-11-02T14:40",
    ]);
  });

  test("leaves the exploit as well, 7 days from then", () => {
    const exploit = { sharedAt: receivedAt, by: "reporter", publicationAt: null } as const;
    expect(linesAt(reportAt(receivedAt, { ...broken, exploit }), "2026-11-02T15:00:00Z")).toContain(
      "reporter POST_EXPLOIT/1 2026-11-09T14:40 R14",
    );
  });
});

describe("an issue that was posted before the list was told", () => {
  const receivedAt = new Date("2026-11-04T10:00:00Z");
  const facts = {
    ...reportAt(receivedAt, { postings: [posted("2026-11-03T22:15:00Z")], records: [ended("public", receivedAt)] }),
    acknowledgedAt: null,
  };

  test("owes nothing: its posting is made, and receipt speaks for itself", () => {
    const obligations = obligationsOf(facts, new Date("2026-11-04T10:05:00Z"));
    expect(obligations.map(lineOf)).toEqual([
      "reporter POST_ISSUE/1 2026-11-04T10:00 R13 link 2026-11-03T22:15",
      "list ACKNOWLEDGE 2026-11-06T10:00 R8 record 2026-11-04T10:00",
    ]);
  });

  test("still owes a posting that stands alone where that one does not", () => {
    const postings = [posted("2026-11-03T22:15:00Z", { carriesDetails: false })];
    expect(linesAt(reportAt(receivedAt, { postings }), "2026-11-04T10:05:00Z")).toEqual([
      "reporter POST_ISSUE/1 2026-11-04T10:00 R13",
    ]);
  });
});
