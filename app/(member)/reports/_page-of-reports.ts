import type { SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { listReports, type ReportPage } from "#lib/data/reports.ts";
import { nextObligation } from "#lib/embargo/reporter-obligations.ts";
import { reportTimes } from "#lib/embargo/report-times.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
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

  return {
    reports: reports.map((report) => ({
      ...report,
      owed: nextObligation(reportTimes(report), policyOf(report.policyVersion)),
    })),
    after,
    nextCursor,
    now,
  };
}
