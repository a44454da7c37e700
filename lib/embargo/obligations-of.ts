import { standingOf } from "./issue-standing.ts";
import type { IssueStanding } from "./issue-standing.ts";
import { acceptsEvidence, firstClosing } from "./obligation.ts";
import type { Obligation } from "./obligation.ts";
import { acknowledgementOwed } from "./owed/acknowledgement.ts";
import { answersOwed } from "./owed/answer.ts";
import { dateOwed } from "./owed/date.ts";
import { announcementOwed, exploitPostingOwed } from "./owed/exploit.ts";
import { leakOwed } from "./owed/leak.ts";
import { progressOwed } from "./owed/progress.ts";
import { disclosureOwed, postingOwed } from "./owed/publication.ts";
import type { KeyedClosing, ReportFacts } from "./report-facts.ts";

/** All that is or was owed for a report, as far as it is known at `now`: the earliest due first. */
export function obligationsOf(facts: ReportFacts, now: Date): readonly Obligation[] {
  const standings = facts.issues.map((issue) => standingOf(issue, now));
  return [
    ...acknowledgementOwed(facts, standings),
    ...standings.flatMap((standing) => issueOwed(standing, facts)),
    ...facts.leaks.flatMap((leak) => leakOwed(leak, facts.policy)),
  ]
    .map((obligation) => withClosings(obligation, facts.closings))
    .filter((obligation) => obligation.closing !== null || !isMerged(obligation, standings))
    .toSorted(earlierDueFirst);
}

function issueOwed(standing: IssueStanding, facts: ReportFacts): readonly Obligation[] {
  return [
    ...dateOwed(standing),
    ...answersOwed(standing),
    ...progressOwed(standing, facts),
    ...disclosureOwed(standing),
    ...postingOwed(standing),
    ...announcementOwed(standing),
    ...exploitPostingOwed(standing),
  ];
}

/**
 * An obligation with what people closed, where their evidence is of a kind that it takes. A key can be owed anew, as
 * after a rejected date, so what was closed before counts no longer; and progress moves instead of closing.
 */
function withClosings(obligation: Obligation, closings: readonly KeyedClosing[]): Obligation {
  const { key, kind, openedAt } = obligation;
  if (kind === "REPORT_PROGRESS") return obligation;

  const own = closings
    .filter((closing) => closing.key === key && closing.at >= openedAt && acceptsEvidence(kind, closing.evidence.kind))
    .map(({ at, evidence }) => ({ at, evidence }));
  return { ...obligation, closing: firstClosing([obligation.closing, ...own]) };
}

/** A merged issue owes nothing more: the one that it became part of does. */
function isMerged({ issueNumber }: Obligation, standings: readonly IssueStanding[]): boolean {
  return standings.some(({ issue }) => issue.number === issueNumber && issue.mergedAt !== null);
}

function earlierDueFirst(left: Obligation, right: Obligation): number {
  return left.dueAt.getTime() - right.dueAt.getTime() || (left.key < right.key ? -1 : 1);
}
