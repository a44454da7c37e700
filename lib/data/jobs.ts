import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { minuteMs } from "#lib/base/instant.ts";
import { inTransaction } from "./transaction.ts";

/**
 * Asks for a pass over what is due at an instant, in the transaction that makes it due. Of several askers for the same
 * minute one is enough.
 */
export async function createWakeUp(actor: Actor, at: Date): Promise<void> {
  const minuteAt = new Date(Math.ceil(at.getTime() / minuteMs) * minuteMs);
  const key = `remind ${minuteAt.toISOString()}`;
  await inTransaction(
    actor,
    (transaction) => transaction.$queryRaw`
      select 1 as asked from graphile_worker.add_job('remind', run_at => ${minuteAt}::timestamptz, job_key => ${key}::text,
        job_key_mode => 'preserve_run_at')`,
  );
}
