import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { inTransaction } from "./transaction.ts";

/**
 * [Note: one at a time about a report]
 * What is owed for a report is derived from all that is on record of it, so two transactions that change the same report
 * must not each derive it from what they see of the other's. Whoever changes a report takes its lock first, before they
 * read what they decide on, write a row or an event; a pass of reminders takes the locks that are free, waits for none,
 * and leaves the other reports to the next pass. Jobs are asked for last of all, in the order of their instants. So
 * nobody waits for somebody who waits for them.
 */
export async function lockReport(actor: Actor, id: ReportId): Promise<void> {
  await inTransaction(
    actor,
    (transaction) => transaction.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${id}::text, 0))`,
  );
}
