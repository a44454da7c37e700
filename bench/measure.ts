import pg from "pg";
import type { Actor } from "#lib/access/actor.ts";
import { inTransaction, type Transaction } from "#lib/data/transaction.ts";

/** What one piece of work costs. */
export interface Cost {
  readonly queries: number;
  /** Rows that PostgreSQL looked at, in tables and through indexes. */
  readonly rowsRead: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

let queries = 0;

/** Counts what goes over the wire from here on, whoever sends it. */
export function countQueries(): void {
  const { prototype } = pg.Client;
  const query = Reflect.get(prototype, "query") as (...words: unknown[]) => unknown;
  prototype.query = function counted(this: pg.Client, ...words: unknown[]): unknown {
    queries += 1;
    return query.apply(this, words);
  } as typeof prototype.query;
}

const warmUps = 5;

/** Does `work` again and again as `actor`, each time in a transaction of its own that is undone. */
export async function costOf(actor: Actor, times: number, work: () => Promise<unknown>): Promise<Cost> {
  const spent: number[] = [];
  let cost = { queries: 0, rowsRead: 0 };
  for (let time = -warmUps; time < times; time += 1) {
    const once = await costOfOne(actor, work);
    cost = once;
    if (time >= 0) spent.push(once.ms);
  }
  return { queries: cost.queries, rowsRead: cost.rowsRead, p50Ms: shareOf(spent, 0.5), p95Ms: shareOf(spent, 0.95) };
}

/** The value that this part of all values does not exceed. */
export function shareOf(values: readonly number[], part: number): number {
  const inOrder = values.toSorted((left, right) => left - right);
  return inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * part))] ?? NaN;
}

async function costOfOne(actor: Actor, work: () => Promise<unknown>) {
  const undo = new Error("undone");
  let once = { queries: 0, rowsRead: 0, ms: 0 };
  try {
    await inTransaction(actor, async (transaction) => {
      const rowsBefore = await rowsRead(transaction);
      const queriesBefore = queries;
      const began = performance.now();
      await work();
      const ms = performance.now() - began;
      const asked = queries - queriesBefore;
      once = { queries: asked, rowsRead: (await rowsRead(transaction)) - rowsBefore, ms };
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  return once;
}

/** By PostgreSQL's own count, of this connection since it last reported: only the difference of two says something. */
async function rowsRead(transaction: Transaction): Promise<number> {
  const [read] = await transaction.$queryRaw<{ rows: number }[]>`
    select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as rows from pg_stat_xact_user_tables`;
  return read?.rows ?? NaN;
}

/** Prints costs side by side, with how much the slowest twentieth grew from the first to the last. */
export function printCosts(title: string, counted: string, costs: ReadonlyMap<string, Cost>): void {
  console.log(`\n${title}`);
  console.table(
    [...costs].map(([size, { queries: asked, rowsRead, p50Ms, p95Ms }]) => ({
      [counted]: size,
      queries: asked,
      "rows read": rowsRead,
      "p50 ms": Number(p50Ms.toFixed(2)),
      "p95 ms": Number(p95Ms.toFixed(2)),
    })),
  );
  const all = [...costs.values()];
  const [first, last] = [all.at(0), all.at(-1)];
  if (first === undefined || last === undefined) return;
  const growth = (part: "p50Ms" | "p95Ms") => (last[part] / first[part]).toFixed(2);
  console.log(`growth from first to last: p50 ${growth("p50Ms")} times, p95 ${growth("p95Ms")} times`);
}
