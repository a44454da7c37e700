import { describe, expect, test } from "vitest";
import { linuxKernel } from "#lib/policy/policies/linux-kernel.ts";
import {
  agreedAtOnce,
  answered,
  disclosureAt,
  ended,
  issueFacts,
  owedLines,
  proposed,
  receivedAt,
  recorded,
  reportFacts,
  soon,
} from "../fixtures/report-facts.ts";
import { obligationsOf } from "../obligations-of.ts";
import type { IssueFacts } from "../report-facts.ts";

describe("a date", () => {
  const late = "2026-12-01T12:00:00Z"; // beyond the maximum of 14 days, 16 November

  test.each<{ what: string; issue: Partial<IssueFacts>; lines: readonly string[] }>([
    { what: "that came with the report was never missing", issue: {}, lines: [] },
    {
      what: "that did not is owed with the report",
      issue: { records: [] },
      lines: ["reporter SUPPLY_DATE/1 2026-11-02T09:00 R7"],
    },
    {
      what: "of the reporter's own fills the gap, agreed or not",
      issue: { records: [proposed(1, "reporter", "2026-11-03T09:00:00Z", late)] },
      lines: ["reporter SUPPLY_DATE/1 2026-11-02T09:00 R7 record 2026-11-03T09:00"],
    },
    {
      what: "that the list proposes does not",
      issue: { records: [proposed(1, "list", "2026-11-03T09:00:00Z", disclosureAt)] },
      lines: ["reporter SUPPLY_DATE/1 2026-11-02T09:00 R7"],
    },
    {
      what: "that the list proposes and the reporter accepts does",
      issue: {
        records: [
          proposed(1, "list", "2026-11-03T09:00:00Z", disclosureAt),
          answered("accept", 1, "reporter", "2026-11-03T11:00:00Z"),
        ],
      },
      lines: ["reporter SUPPLY_DATE/1 2026-11-02T09:00 R7 record 2026-11-03T11:00"],
    },
    {
      what: "is owed anew from its rejection on",
      issue: {
        records: [proposed(1, "reporter", receivedAt, late), answered("reject", 1, "list", "2026-11-03T10:00:00Z")],
      },
      lines: ["reporter SUPPLY_DATE/1 2026-11-03T10:00 R7"],
    },
    {
      what: "is not owed where a revision is rejected",
      issue: {
        records: [
          ...agreedAtOnce(receivedAt, disclosureAt),
          proposed(2, "reporter", "2026-11-03T09:00:00Z", "2026-11-14T12:00:00Z"),
          answered("reject", 2, "list", "2026-11-03T10:00:00Z"),
        ],
      },
      lines: [],
    },
    {
      what: "is moot once the issue is public",
      issue: { records: [], caseRecords: [recorded("public", "2026-11-03T10:00:00Z")] },
      lines: ["reporter SUPPLY_DATE/1 2026-11-02T09:00 R7 record 2026-11-03T10:00"],
    },
    {
      what: "is not asked for what was public when the report came",
      issue: { records: [ended("public", receivedAt)] },
      lines: [],
    },
    { what: "is not asked where the policy does without", issue: { records: [], policy: linuxKernel }, lines: [] },
  ])("$what", ({ issue, lines }) => {
    expect(owedLines(["SUPPLY_DATE"], issue)).toEqual(lines);
  });

  test("that is missing is A1's to ask for, and one that was refused A2's", () => {
    const dutyOf = (records: IssueFacts["records"]) =>
      obligationsOf(reportFacts({ issues: [issueFacts({ records })] }), soon).find(({ kind }) => kind === "SUPPLY_DATE")
        ?.duty;
    expect(dutyOf([])).toBe("A1");
    expect(dutyOf([proposed(1, "reporter", receivedAt, late), answered("reject", 1, "list", soon)])).toBe("A2");
  });
});
