import { addHours, later } from "#lib/base/instant.ts";
import { firstClosing, owed, recordOf } from "../obligation.ts";
import type { Closing, Obligation } from "../obligation.ts";
import { recordedAt } from "../issue-standing.ts";
import type { IssueStanding } from "../issue-standing.ts";
import type { ReportFacts } from "../report-facts.ts";

/** Receipt is confirmed (R8, A1), or everything reported is public and receipt speaks for itself. */
export function acknowledgementOwed(facts: ReportFacts, standings: readonly IssueStanding[]): readonly Obligation[] {
  const { policy, receivedAt, acknowledgedAt } = facts;
  if (policy.acknowledgementHours === null) return [];

  const acknowledged = acknowledgedAt === null ? null : recordOf(acknowledgedAt, "acknowledged");
  return [
    owed("ACKNOWLEDGE", {
      openedAt: receivedAt,
      dueAt: addHours(receivedAt, policy.acknowledgementHours),
      closing: firstClosing([acknowledged, publicAltogether(receivedAt, standings)]),
    }),
  ];
}

function publicAltogether(receivedAt: Date, standings: readonly IssueStanding[]): Closing | null {
  const own = standings.filter(({ issue }) => issue.mergedAt === null);
  if (own.length === 0) return null;

  let lastAt = receivedAt;
  for (const { issue, postedAt } of own) {
    const publicAt = postedAt ?? recordedAt(issue, "public");
    if (publicAt === null) return null;
    lastAt = later(lastAt, publicAt);
  }
  return recordOf(lastAt, "public");
}
