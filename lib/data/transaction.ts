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
