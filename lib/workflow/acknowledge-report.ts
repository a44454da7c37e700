import { mayAcknowledge } from "#lib/access/permission.ts";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { lockReport } from "#lib/data/report-lock.ts";
import { changeReportToAcknowledged, findReport } from "#lib/data/reports.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { settleReport } from "./settle-report.ts";
import { recordAndTell } from "./tell.ts";

/**
 * Confirms to the reporter that their report was received (A1, R8). The first member to do so is named.
 *
 * @problem NOT_FOUND when the member may not see the report.
 * @problem ALREADY_ACKNOWLEDGED when somebody was faster.
 */
export async function acknowledgeReport(
  actor: SignedInActor,
  id: ReportId,
  now: Date,
): Promise<Result<null, Problem<"NOT_FOUND" | "ALREADY_ACKNOWLEDGED">>> {
  if (!mayAcknowledge(actor)) return refused({ code: "NOT_FOUND", facts: {} });
  return inTransaction(actor, async () => {
    await lockReport(actor, id);
    const report = await findReport(actor, id);
    if (!report.ok) return report;
    const isFirst = await changeReportToAcknowledged(actor, id, now);
    if (!isFirst) return refused({ code: "ALREADY_ACKNOWLEDGED", facts: {} });
    await recordAndTell(actor, report.value, { kind: "report-acknowledged" }, now);
    await settleReport(actor, id, now);
    return ok(null);
  });
}
