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
  if (minutes.size === 0) return;
  const inOrder = [...minutes].toSorted((left, right) => left - right).map((ms) => new Date(ms).toISOString());
  await inTransaction(
    actor,
    (transaction) => transaction.$queryRaw`
      select count(*)::int as asked from graphile_worker.add_jobs(array(
        select ('remind', null, null, minute::timestamptz, null, 'remind ' || minute, null, null)::graphile_worker.job_spec
        from unnest(${inOrder}::text[]) with ordinality as asked(minute, place) order by place), true)`,
  );
}
