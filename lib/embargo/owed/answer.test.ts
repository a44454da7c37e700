import { describe, expect, test } from "vitest";
import {
  agreedAtOnce,
  answered,
  disclosureAt,
  ended,
  issueFacts,
  owedLines,
  policy,
  proposed,
  receivedAt,
  reportFacts,
  soon,
} from "../fixtures/report-facts.ts";
import { obligationsOf } from "../obligations-of.ts";
import type { IssueFacts } from "../report-facts.ts";

describe("an answer", () => {
  const agreed = agreedAtOnce(receivedAt, disclosureAt);
  const earlier = proposed(2, "list", "2026-11-03T09:00:00Z", "2026-11-10T12:00:00Z");
  const open = "reporter ANSWER_PROPOSAL/1/2 2026-11-05T09:00 A2";

  test.each<{ what: string; records: IssueFacts["records"]; lines: readonly string[]; now?: string }>([
    { what: "was never owed to what the standing policy accepts", records: agreed, lines: [] },
    {
      what: "is owed by the list to a date beyond the policy",
      records: [proposed(1, "reporter", receivedAt, "2026-12-01T12:00:00Z")],
      lines: ["list ANSWER_PROPOSAL/1/1 2026-11-04T09:00 A2"],
    },
    { what: "is owed by the reporter to the list's date", records: [...agreed, earlier], lines: [open] },
    {
      what: "is owed until the instant that was named",
      records: [...agreed, proposed(2, "list", "2026-11-03T09:00:00Z", "2026-11-10T12:00:00Z", "2026-11-03T18:30:00Z")],
      lines: ["reporter ANSWER_PROPOSAL/1/2 2026-11-03T18:30 A2"],
    },
    {
      what: "is still owed after it: silence is no yes",
      records: [...agreed, earlier],
      now: "2026-11-12T11:59:59Z",
      lines: [open],
    },
    {
      what: "is owed no more once the agreed instant has come",
      records: [...agreed, earlier],
      now: "2026-11-12T12:00:00Z",
      lines: [`${open} record 2026-11-12T12:00`],
    },
    {
      what: "is given by a rejection",
      records: [...agreed, earlier, answered("reject", 2, "reporter", "2026-11-03T10:00:00Z")],
      lines: [`${open} record 2026-11-03T10:00`],
    },
    {
      what: "is replaced by one to the next date of the same side",
      records: [...agreed, earlier, proposed(3, "list", "2026-11-03T10:00:00Z", "2026-11-09T12:00:00Z")],
      lines: [`${open} record 2026-11-03T10:00`, "reporter ANSWER_PROPOSAL/1/3 2026-11-05T10:00 A2"],
    },
    {
      what: "is owed to either side's date",
      records: [...agreed, earlier, proposed(3, "reporter", "2026-11-03T10:00:00Z", "2026-11-11T12:00:00Z")],
      lines: [open, "list ANSWER_PROPOSAL/1/3 2026-11-05T10:00 A2"],
    },
    {
      what: "to the one date closes the other",
      records: [
        ...agreed,
        earlier,
        proposed(3, "reporter", "2026-11-03T10:00:00Z", "2026-11-11T12:00:00Z"),
        answered("accept", 2, "reporter", "2026-11-03T11:00:00Z"),
      ],
      lines: [
        `${open} record 2026-11-03T11:00`,
        "list ANSWER_PROPOSAL/1/3 2026-11-05T10:00 A2 record 2026-11-03T11:00",
      ],
    },
    {
      what: "is moot at an early end",
      records: [...agreed, earlier, ended("attacks-seen", "2026-11-03T12:00:00Z")],
      lines: [`${open} record 2026-11-03T12:00`],
    },
    {
      what: "is not given by a rejection of the other side's",
      records: [
        ...agreed,
        earlier,
        proposed(3, "reporter", "2026-11-03T10:00:00Z", "2026-11-11T12:00:00Z"),
        answered("reject", 3, "list", "2026-11-03T11:00:00Z"),
      ],
      lines: [open, "list ANSWER_PROPOSAL/1/3 2026-11-05T10:00 A2 record 2026-11-03T11:00"],
    },
  ])("$what", ({ records, lines, now }) => {
    expect(owedLines(["ANSWER_PROPOSAL"], { records }, {}, now === undefined ? soon : new Date(now))).toEqual(lines);
  });

  test("says in its record what closed it", () => {
    const closed = (step: IssueFacts["records"][number]) =>
      obligationsOf(reportFacts({ issues: [issueFacts({ records: [...agreed, earlier, step] })] }), soon)
        .filter(({ kind }) => kind === "ANSWER_PROPOSAL")
        .map(({ closing }) => closing?.evidence.text);
    expect(closed(answered("reject", 2, "reporter", "2026-11-03T10:00:00Z"))).toEqual(["reject"]);
    expect(closed(answered("accept", 2, "reporter", "2026-11-03T10:00:00Z"))).toEqual(["accept"]);
    expect(closed(ended("attacks-seen", "2026-11-03T10:00:00Z"))).toEqual(["attacks-seen"]);
  });

  test("is not owed where the policy sets no time for it and the proposal names none", () => {
    const records = [...agreed, earlier];
    expect(owedLines(["ANSWER_PROPOSAL"], { records, policy: { ...policy, answerHours: null } })).toEqual([]);
  });
});
