import "server-only";
import pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { databaseConfig } from "#lib/config/database.ts";
import { noteLoss } from "./lost.ts";

const kept = globalThis as typeof globalThis & { fortnightRatePool?: pg.Pool };
const limiters = new Map<string, RateLimiterPostgres>();

/** How often a subject may do a thing in a time. */
export interface Rate {
  readonly purpose: string;
  readonly times: number;
  readonly seconds: number;
}

/**
 * Counts one time in PostgreSQL, so that all web processes share the count. Zero while within the rate, else in how
 * many seconds there is room again.
 */
export async function countTime(rate: Rate, subject: string): Promise<number> {
  try {
    await limiterOf(rate).consume(subject);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    noteLoss(refusal);
    throw refusal;
  }
}

function limiterOf({ purpose, times, seconds }: Rate): RateLimiterPostgres {
  const known = limiters.get(purpose);
  if (known !== undefined) return known;
  kept.fortnightRatePool ??= newPool();
  const limiter = new RateLimiterPostgres({
    storeClient: kept.fortnightRatePool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: purpose,
    points: times,
    duration: seconds,
  });
  limiters.set(purpose, limiter);
  return limiter;
}

function newPool(): pg.Pool {
  // A question that is lost on the way, as PostgreSQL restarts, is given up.
  const limits = { connectionTimeoutMillis: 5_000, query_timeout: 10_000 };
  const pool = new pg.Pool({ connectionString: databaseConfig().databaseUrl, max: 2, ...limits });
  // Unheard, the end of an idle connection (PostgreSQL restarts, say) would end this process.
  pool.on("error", () => undefined);
  return pool;
}
