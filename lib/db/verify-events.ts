import pg from "pg";
import { checkEventChain, type ChainedEvent, type ChainOutcome } from "./event-chain.ts";

const eventsAtOnce = 5_000;

/**
 * Checks the whole chain of a portal's events as it is at one instant, while the portal goes on.
 *
 * @param databaseUrl - Of the portal's own role.
 * @param earlierHead - A head that was written down before and must still be passed; null for none.
 */
export async function verifyEvents(databaseUrl: string, earlierHead: string | null): Promise<ChainOutcome> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("select set_config('fortnight.actor', 'system', true)");
    const { rows } = await client.query<{ hash: string }>(`select hash from "EventHead"`);
    return await checkEventChain(eventsOf(client), rows[0]?.hash ?? "", earlierHead);
  } finally {
    await client.end();
  }
}

async function* eventsOf(client: pg.Client): AsyncGenerator<ChainedEvent> {
  let last = "0";
  for (;;) {
    const { rows } = await client.query<ChainedEvent>(
      `select id::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, kind, "actorKind",
         "memberId"::text, "reportId"::text, facts::text, "previousHash", hash
       from "Event" where "Event".id > $1 order by "Event".id limit $2`,
      [last, eventsAtOnce],
    );
    const newest = rows.at(-1);
    if (newest === undefined) return;
    yield* rows;
    last = newest.id;
  }
}
