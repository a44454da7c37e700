import "server-only";
import { isSignedIn, type Actor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { visibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

/** Which of the reports `actor` can open. That something is owed for one, coordinators know of all. */
export async function listOpenable(actor: Actor, ids: readonly ReportId[]): Promise<ReadonlySet<ReportId>> {
  const wanted = { in: [...new Set(ids)] };
  const found = await inTransaction(actor, async (transaction) => {
    if (!isSignedIn(actor)) {
      const where = { AND: [{ id: wanted }, visibleTo(actor)] };
      return (await transaction.report.findMany({ where, select: { id: true } })).map(({ id }) => id);
    }
    // Asked of the key packets of these reports alone: for `visibleTo` PostgreSQL looks at all that the member holds.
    const where = { memberId: actor.memberId, reportId: wanted };
    const held = await transaction.keyPacket.findMany({ where, select: { reportId: true } });
    return held.map(({ reportId }) => reportId);
  });
  return new Set(found.map((id) => id as ReportId));
}
