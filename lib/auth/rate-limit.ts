import "server-only";
import { hex } from "#lib/base/bytes.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { recordTime, type LimitedThing } from "#lib/data/rate-limits.ts";
import { keyedHash } from "./keyed-hash.ts";

/** Counts one time for an address, of which only a keyed hash is kept. @problem TOO_MANY_REQUESTS above the limit. */
export async function limitAddress(
  thing: LimitedThing,
  address: string,
): Promise<Result<null, Problem<"TOO_MANY_REQUESTS">>> {
  const retryAfterSeconds = await recordTime(thing, subjectOf(address));
  return retryAfterSeconds === 0 ? ok(null) : refused({ code: "TOO_MANY_REQUESTS", facts: { retryAfterSeconds } });
}

/** An address, or a report, under the site's secret: it tells senders apart for a while, and nothing of where they are. */
export function subjectOf(sender: string): string {
  return hex(keyedHash("address", sender)).slice(0, 32);
}
