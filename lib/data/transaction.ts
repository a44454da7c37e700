import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { withClaims, type Transaction } from "#lib/db/claims.ts";

export type { Transaction };

/** Does `work` in one transaction as `actor`; what data functions write inside it is written together or not at all. */
export async function inTransaction<Value>(
  actor: Actor,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  return withClaims(
    {
      actor: actor.kind,
      memberId: actor.kind === "member" || actor.kind === "coordinator" ? actor.memberId : "",
      reportId: actor.kind === "reporter" ? actor.reportId : "",
    },
    work,
  );
}

/**
 * For this transaction PostgreSQL walks indexes in their order and stops when it has enough. By itself it guesses that few
 * rows pass row-level security, and would rather read and sort all.
 */
export async function walkIndexes(transaction: Transaction): Promise<void> {
  await transaction.$queryRaw`
    select set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true)`;
}
