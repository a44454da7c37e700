import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { minuteMs } from "#lib/base/instant.ts";
import { inTransaction } from "./transaction.ts";

/**
 * Asks for passes over what is due at given instants, in the transaction that makes it due. Of several askers for the
 * same minute one is enough; all ask in order of time, so that no two wait for each other.
 */
export async function createWakeUps(actor: Actor, instants: readonly Date[]): Promise<void> {
  const minutes = new Set(instants.map((at) => Math.ceil(at.getTime() / minuteMs) * minuteMs));
  await inTransaction(actor, async (transaction) => {
    for (const ms of [...minutes].toSorted((left, right) => left - right)) {
      const minuteAt = new Date(ms);
      const key = `remind ${minuteAt.toISOString()}`;
      await transaction.$queryRaw`
        select 1 as asked from graphile_worker.add_job('remind', run_at => ${minuteAt}::timestamptz,
          job_key => ${key}::text, job_key_mode => 'preserve_run_at')`;
    }
  });
}
