import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { inTransaction } from "./transaction.ts";

/** The next handle of the year in UTC, such as `FN-2026-0042`. Handles are given in order and without gaps. */
export async function createHandle(actor: Actor, now: Date): Promise<string> {
  const year = now.getUTCFullYear();
  const number = await inTransaction(actor, async (transaction) => {
    const rows = await transaction.$queryRaw<{ last: number }[]>`
      insert into "HandleCounter" (year, last) values (${year}, 1)
      on conflict (year) do update set last = "HandleCounter".last + 1 returning last`;
    return rows[0]?.last;
  });
  if (number === undefined) throw new Error("the handle counter returned no row");
  return `FN-${String(year)}-${String(number).padStart(4, "0")}`;
}
