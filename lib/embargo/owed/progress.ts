import { addDays, later } from "#lib/base/instant.ts";
import type { IssueStanding } from "../issue-standing.ts";
import { owed, recordOf } from "../obligation.ts";
import type { Obligation } from "../obligation.ts";
import type { ReportFacts } from "../report-facts.ts";

/**
 * A sign of life within the policy's time while the issue is kept (A9). Whatever happens moves it on, and so does
 * somebody's word that it goes on: only the end closes it, so that a report can fall still twice and be seen twice.
 */
export function progressOwed({ issue, over }: IssueStanding, facts: ReportFacts): readonly Obligation[] {
  if (issue.policy.progressDays === null) return [];

  const words = facts.closings.filter(({ key }) => key === `REPORT_PROGRESS/${String(issue.number)}`);
  const movedAt = [facts.lastActivityAt, ...words.map(({ at }) => at)].reduce(later, issue.openedAt);
  const openedAt = over !== null && over.at < movedAt ? over.at : movedAt;
  return [
    owed("REPORT_PROGRESS", {
      issueNumber: issue.number,
      openedAt,
      dueAt: addDays(openedAt, issue.policy.progressDays),
      closing: over === null ? null : recordOf(over.at, over.cause),
    }),
  ];
}
