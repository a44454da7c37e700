import { describe, expect, test } from "vitest";
import type { ReportId } from "#lib/base/id.ts";
import { dutyOutcomes } from "#lib/policy/duty.ts";
import type { Contribution } from "#lib/schema/organisation-page.ts";
import { contributionWords, countContributions } from "./contribution-words.ts";

const report = { at: new Date("2026-03-02T09:00:00Z"), reportId: "r" as ReportId, handle: "FN-2026-0001" };
const works = dutyOutcomes.map((outcome): Contribution => ({ ...report, kind: "duty", duty: "T3", outcome }));

describe("what an organisation did", () => {
  test("names the duty under which it was done", () => {
    expect(contributionWords({ ...report, kind: "acknowledged" }).duty).toBe("A1");
    expect(works.map((work) => contributionWords(work).duty)).toEqual(["T3", "T3", "T3"]);
    expect(contributionWords({ ...report, kind: "status", issueNumber: 2, status: "affected" })).toEqual({
      what: "Answered for issue 2: affected",
      duty: null,
    });
  });

  test("says of each outcome something else", () => {
    expect(new Set(works.map((work) => contributionWords(work).what)).size).toBe(3);
  });

  test("counts a test that found nothing (T3), and not what was only taken on", () => {
    expect(countContributions([...works, { ...report, kind: "acknowledged" }])).toEqual({
      acknowledgements: 1,
      dutiesDone: 2,
      answers: 0,
    });
  });
});
