import { describe, expect, test } from "vitest";
import { issueFacts, owedLines, policy, posted, recorded, reportFacts, soon } from "../fixtures/report-facts.ts";
import { obligationsOf } from "../obligations-of.ts";
import type { IssueFacts, ReportFacts } from "../report-facts.ts";

describe("the acknowledgement", () => {
  test.each<{ what: string; report: Partial<ReportFacts>; issue?: Partial<IssueFacts>; line: string }>([
    { what: "is owed within 48 hours", report: {}, line: "list ACKNOWLEDGE 2026-11-04T09:00 R8" },
    {
      what: "is given by an acknowledgement",
      report: { acknowledgedAt: new Date("2026-11-02T10:00:00Z") },
      line: "list ACKNOWLEDGE 2026-11-04T09:00 R8 record 2026-11-02T10:00",
    },
    {
      what: "is moot once the issue is posted",
      report: {},
      issue: { postings: [posted("2026-11-03T08:00:00Z")] },
      line: "list ACKNOWLEDGE 2026-11-04T09:00 R8 record 2026-11-03T08:00",
    },
  ])("$what", ({ report, issue, line }) => {
    expect(owedLines(["ACKNOWLEDGE"], issue ?? {}, report)).toEqual([line]);
  });

  test("is owed while one of several issues is not public", () => {
    const issues = [issueFacts({ postings: [posted("2026-11-03T08:00:00Z")] }), issueFacts({ number: 2 })];
    expect(owedLines(["ACKNOWLEDGE"], {}, { issues })).toEqual(["list ACKNOWLEDGE 2026-11-04T09:00 R8"]);
    const merged = issues.map((issue) => (issue.number === 2 ? { ...issue, mergedAt: soon } : issue));
    expect(owedLines(["ACKNOWLEDGE"], {}, { issues: merged })).toEqual([
      "list ACKNOWLEDGE 2026-11-04T09:00 R8 record 2026-11-03T08:00",
    ]);
  });

  test("is moot once the issue is on record as public, and says by what it was given", () => {
    const caseRecords = [recorded("vendor-aware", "2026-11-02T10:00:00Z"), recorded("public", "2026-11-03T08:00:00Z")];
    const closings = (report: Partial<ReportFacts>) =>
      obligationsOf(reportFacts(report), soon)
        .filter(({ kind }) => kind === "ACKNOWLEDGE")
        .map(({ closing }) => closing?.evidence.text);
    expect(closings({ issues: [issueFacts({ caseRecords })] })).toEqual(["public"]);
    expect(closings({ acknowledgedAt: soon })).toEqual(["acknowledged"]);
    expect(closings({ issues: [issueFacts({ caseRecords: caseRecords.slice(0, 1) })] })).toEqual([undefined]);
  });

  test("is owed where every issue became part of one of another report", () => {
    const issues = [issueFacts({ mergedAt: soon })];
    expect(owedLines(["ACKNOWLEDGE"], {}, { issues })).toEqual(["list ACKNOWLEDGE 2026-11-04T09:00 R8"]);
  });

  test("is not owed where the policy promises none", () => {
    expect(owedLines(["ACKNOWLEDGE"], {}, { policy: { ...policy, acknowledgementHours: null } })).toEqual([]);
  });
});
