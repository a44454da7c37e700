import type { SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { listReports, type ReportPage } from "#lib/data/report-list.ts";
import { listNextObligations } from "#lib/data/obligations.ts";
import { shownObligation } from "#lib/workflow/show-case.ts";
import type { ReportsResponse } from "#lib/schema/reports-response.ts";

const reportsARead = 200;
/** So many are in the browser at once, where titles are searched: what is not there cannot be found. */
const reportsAPage = 1_000;

/** The reports that follow a cursor, newest first, with what is owed next for each. */
export async function pageOfReports(actor: SignedInActor, after: ReportId | null, now: Date): Promise<ReportsResponse> {
  const reports: ReportPage["reports"][number][] = [];
  let nextCursor = after;
  do {
    const page = await listReports(actor, { after: nextCursor, take: reportsARead });
    reports.push(...page.reports);
    nextCursor = page.nextCursor;
  } while (nextCursor !== null && reports.length < reportsAPage);

  const owed = await listNextObligations(
    actor,
    reports.map(({ id }) => id),
  );
  return {
    reports: reports.map((report) => {
      const next = owed.get(report.id);
      return { ...report, owed: next === undefined ? null : shownObligation(next, [], now) };
    }),
    after,
    nextCursor,
    now,
  };
}
