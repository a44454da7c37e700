import "server-only";
import pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { databaseConfig } from "#lib/config/database.ts";
import { noteLoss } from "./lost.ts";

const kept = globalThis as typeof globalThis & { fortnightRatePool?: pg.Pool };
const poolSize = 2;
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
    await consume(limiterOf(rate), subject);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    noteLoss(refusal);
    throw refusal;
  }
}

/** PostgreSQL may have ended a connection that the pool holds to be alive still: each of them is tried, then a new one. */
async function consume(limiter: RateLimiterPostgres, subject: string, triesLeft = poolSize): Promise<void> {
  try {
    await limiter.consume(subject);
  } catch (refusal) {
    if (triesLeft === 0 || !isEndedByServer(refusal)) throw refusal;
    await consume(limiter, subject, triesLeft - 1);
  }
}

/** SQLSTATE's admin_shutdown and crash_shutdown, or none where the connection is found closed: at worst a time counts twice. */
function isEndedByServer(refusal: unknown): boolean {
  const { code, message } = refusal as { readonly code?: unknown; readonly message?: unknown };
  return (
    ["57P01", "57P02", "ECONNRESET", "EPIPE"].includes(String(code)) ||
    String(message).startsWith("Connection terminated")
  );
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
  const pool = new pg.Pool({ connectionString: databaseConfig().databaseUrl, max: poolSize, ...limits });
  // Unheard, the end of an idle connection (PostgreSQL restarts, say) would end this process.
  pool.on("error", () => undefined);
  return pool;
}
