import type { EmbargoRecord } from "../embargo-record.ts";
import type { IssueStanding } from "../issue-standing.ts";
import { firstClosing, owed, recordOf } from "../obligation.ts";
import type { Closing, Obligation } from "../obligation.ts";
import type { IssueFacts } from "../report-facts.ts";

/**
 * The reporter's date: owed with the report itself (R7), and again from the moment on at which their last one was
 * rejected. A1 asks for what is missing; A2 insists on an earlier one where one was named already.
 */
export function dateOwed({ issue, over }: IssueStanding): readonly Obligation[] {
  const gap = issue.policy.mustProposeDate ? lastGap(issue, over?.at ?? null) : null;
  if (gap === null || (over !== null && over.at <= gap.since)) return [];

  const ended = over === null ? null : recordOf(over.at, over.cause);
  return [
    owed("SUPPLY_DATE", {
      issueNumber: issue.number,
      duty: gap.duty,
      openedAt: gap.since,
      dueAt: gap.since,
      closing: firstClosing([gap.filled, ended]),
    }),
  ];
}

/** A time without any date of the reporter. */
interface Gap {
  readonly since: Date;
  readonly duty: "A1" | "A2";
  readonly filled: Closing | null;
}

/** The number of the reporter's open proposal, or that some date is agreed, which no later step takes away. */
type StandingDate = number | "agreed" | null;

/** What was said once the issue was over opens no gap, and fills none. */
function lastGap({ records, openedAt }: IssueFacts, overAt: Date | null): Gap | null {
  let gap: Gap | null = { since: openedAt, duty: "A1", filled: null };
  let date: StandingDate = null;
  for (const record of records) {
    if (overAt !== null && record.at >= overAt) break;
    const next = dateAfter(date, record);
    if (date === null && next !== null) gap = filledBy(gap, record);
    if (date !== null && next === null) gap = { since: record.at, duty: "A2", filled: null };
    date = next;
  }
  return gap;
}

/** Null where it was filled as soon as it opened: what came with the report was never missing. */
function filledBy(gap: Gap | null, { at, step }: EmbargoRecord): Gap | null {
  return gap === null || at <= gap.since ? null : { ...gap, filled: recordOf(at, step) };
}

function dateAfter(date: StandingDate, record: EmbargoRecord): StandingDate {
  switch (record.step) {
    case "propose":
      return record.by.party === "reporter" && date !== "agreed" ? record.proposal : date;
    case "accept":
      return "agreed";
    case "reject":
      return record.proposal === date ? null : date;
    case "terminate":
      return date;
  }
}
