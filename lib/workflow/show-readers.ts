import type { SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, type Result } from "#lib/base/result.ts";
import { runsOf } from "#lib/base/runs.ts";
import { listEnvelopeIds } from "#lib/data/envelopes.ts";
import { listReaders } from "#lib/data/readers.ts";
import { findReport } from "#lib/data/reports.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import type { ReportReaders } from "#lib/schema/report-readers.ts";

/**
 * Who could have read what of a report, for those who ask: a busy one has tens of thousands of readings, which no page
 * brings unasked.
 *
 * @problem NOT_FOUND when the member may not see the report.
 */
export function showReaders(actor: SignedInActor, id: ReportId): Promise<Result<ReportReaders, Problem<"NOT_FOUND">>> {
  return inTransaction(actor, async () => {
    const report = await findReport(actor, id);
    if (!report.ok) return report;
    const readers = await listReaders(actor, id);
    return ok({
      envelopeIds: [...(await listEnvelopeIds(actor, id))],
      readers: readers.map(({ places, grants, ...reader }) => ({
        ...reader,
        places: runsOf(places).map(([first, last]): [number, number] => [first, last]),
        grants: [...grants],
      })),
    });
  });
}
