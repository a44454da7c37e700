import type { SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, type Result } from "#lib/base/result.ts";
import { listIssues } from "#lib/data/issues.ts";
import { recordOpened } from "#lib/data/organisation-statuses.ts";
import { changeReadMark } from "#lib/data/read-marks.ts";
import { findReport } from "#lib/data/reports.ts";
import { inTransaction } from "#lib/data/transaction.ts";

/**
 * Notes up to when a member has read a report's thread, and with that that somebody of their organisation has opened it.
 *
 * @problem NOT_FOUND when the member may not see the report.
 */
export async function markRead(
  actor: SignedInActor,
  reportId: ReportId,
  readUntil: Date,
  now: Date,
): Promise<Result<null, Problem<"NOT_FOUND">>> {
  return inTransaction(actor, async () => {
    const report = await findReport(actor, reportId);
    if (!report.ok) return report;
    await changeReadMark(actor, reportId, readUntil);
    const issues = await listIssues(actor, reportId);
    const issueIds = issues.filter(({ mergedAt }) => mergedAt === null).map(({ id }) => id);
    await recordOpened(actor, reportId, issueIds, now);
    return ok(null);
  });
}
