import { describe, expect, test } from "vitest";
import { linuxKernel } from "#lib/policy/policies/linux-kernel.ts";
import {
  agreedAtOnce,
  disclosureAt,
  issueFacts,
  lineOf,
  policy,
  posted,
  receivedAt,
  reportFacts,
} from "./fixtures/report-facts.ts";
import { obligationsOf } from "./obligations-of.ts";
import type { IssueFacts, ReportFacts } from "./report-facts.ts";
import { askAgainFrom, isLate, nextOwed, stillOwed } from "./still-owed.ts";

/** Without progress, which every report owes beside the rest until its embargo is over. */
const calm = { ...policy, progressDays: null };
const exploit = { sharedAt: receivedAt, by: "reporter", publicationAt: new Date("2026-11-16T12:00:00Z") } as const;
const acknowledged = { acknowledgedAt: new Date("2026-11-02T10:00:00Z") };
const mandatory = posted("2026-11-12T12:03:00Z", { announcesExploitAt: exploit.publicationAt });

function obligations(report: Partial<ReportFacts> = {}, issue: Partial<IssueFacts> = {}) {
  return obligationsOf(
    reportFacts({ issues: [issueFacts({ policy: calm, exploit, ...issue })], ...report }),
    receivedAt,
  );
}

describe("what is still owed", () => {
  test("for a new report is an acknowledgement, then disclosure and posting, then the exploit", () => {
    expect(stillOwed(obligations()).map(lineOf)).toEqual([
      "list ACKNOWLEDGE 2026-11-04T09:00 R8",
      "reporter DISCLOSE/1 2026-11-12T12:00 A9",
      "reporter POST_ISSUE/1 2026-11-12T12:00 R13",
      "reporter POST_EXPLOIT/1 2026-11-16T12:00 R14",
    ]);
  });

  test("ceases with each thing given", () => {
    const exploitPosting = posted("2026-11-15T00:00:00Z", { kind: "exploit", includesExploit: true });
    expect(stillOwed(obligations(acknowledged, { postings: [mandatory] })).map(lineOf)).toEqual([
      "reporter POST_EXPLOIT/1 2026-11-16T12:00 R14",
    ]);
    expect(stillOwed(obligations(acknowledged, { postings: [mandatory, exploitPosting] }))).toEqual([]);
  });

  test("without a date is first of all the date", () => {
    expect(stillOwed(obligations(acknowledged, { records: [] })).map(lineOf)).toEqual([
      "reporter SUPPLY_DATE/1 2026-11-02T09:00 R7",
    ]);
  });

  test("is less where the policy asks for less", () => {
    const kernel = { ...linuxKernel, progressDays: null, acknowledgementHours: null };
    expect(stillOwed(obligations({ policy: kernel }, { policy: kernel, records: [] }))).toEqual([]);
  });

  test("next is the earliest, and nothing at the end", () => {
    expect(nextOwed(obligations())?.key).toBe("ACKNOWLEDGE");
    expect(nextOwed(obligations(acknowledged, { exploit: null, postings: [mandatory] }))).toBeNull();
  });

  test("of two issues is what each owes", () => {
    const issues = [
      issueFacts({ policy: calm }),
      issueFacts({ number: 2, policy: calm, records: agreedAtOnce(receivedAt, "2026-11-05T12:00:00Z") }),
    ];
    expect(stillOwed(obligations({ ...acknowledged, issues })).map(({ key }) => key)).toEqual([
      "DISCLOSE/2",
      "POST_ISSUE/2",
      "DISCLOSE/1",
      "POST_ISSUE/1",
    ]);
  });
});

describe("a reporter who has heard nothing", () => {
  test("asks again from 48 hours on", () => {
    expect(askAgainFrom(obligations())).toEqual(new Date("2026-11-04T09:00:00Z"));
  });

  test("need not, once receipt is confirmed or the issue is posted", () => {
    expect(askAgainFrom(obligations(acknowledged))).toBeNull();
    expect(askAgainFrom(obligations({}, { postings: [mandatory] }))).toBeNull();
  });
});

describe("lateness", () => {
  const open = { dueAt: disclosureAt, closing: null };
  const closed = { ...open, closing: { at: disclosureAt, evidence: { kind: "word", text: "done" } } } as const;

  test.each([
    { what: "not at the instant", obligation: open, now: "2026-11-12T12:00:00.000Z", late: false },
    { what: "a millisecond after it", obligation: open, now: "2026-11-12T12:00:00.001Z", late: true },
    { what: "never of what is closed", obligation: closed, now: "2027-01-01T00:00:00.000Z", late: false },
  ])("begins $what", ({ obligation, now, late }) => {
    expect(isLate(obligation, new Date(now))).toBe(late);
  });
});
