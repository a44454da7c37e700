import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { visibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

/** Which of the reports `actor` can open. That something is owed for one, coordinators know of all. */
export async function listOpenable(actor: Actor, ids: readonly ReportId[]): Promise<ReadonlySet<ReportId>> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.report.findMany({
      where: { AND: [{ id: { in: [...new Set(ids)] } }, visibleTo(actor)] },
      select: { id: true },
    }),
  );
  return new Set(rows.map(({ id }) => id as ReportId));
}
