import type { SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { listNextObligations } from "#lib/data/obligations.ts";
import { listReports } from "#lib/data/report-list.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import type { ReportsResponse } from "#lib/schema/reports-response.ts";
import { shownObligation } from "./show-case.ts";

/** The reports that follow a cursor, newest first, with what is owed next for each. */
export async function showReports(
  actor: SignedInActor,
  page: { readonly after: ReportId | null; readonly take: number },
  now: Date,
): Promise<ReportsResponse> {
  return inTransaction(actor, async () => {
    const { reports, nextCursor } = await listReports(actor, page);
    const owed = await listNextObligations(
      actor,
      reports.map(({ id }) => id),
    );
    return {
      reports: reports.map((report) => {
        const next = owed.get(report.id);
        return { ...report, owed: next === undefined ? null : shownObligation(next, [], now) };
      }),
      after: page.after,
      nextCursor,
      now,
    };
  });
}
