import pg from "pg";

export type Readiness = {
  /** Whether the database answers. Asked often, it answers from the last second's knowledge. */
  readonly isReady: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

const keptMs = 1_000;

/** Watches whether the database of this connection string answers, over a connection of its own. */
export function watchDatabase(connectionString: string): Readiness {
  const limits = { connectionTimeoutMillis: 2_000, query_timeout: 2_000, idleTimeoutMillis: 0 };
  const pool = new pg.Pool({ connectionString, max: 1, ...limits });
  let asked = { atMs: -Infinity, answer: Promise.resolve(false) };
  // The connection is kept open, so that a database that goes away is noticed before anybody asks.
  pool.on("error", () => {
    asked = { atMs: performance.now(), answer: Promise.resolve(false) };
  });

  return {
    isReady() {
      const nowMs = performance.now();
      if (nowMs - asked.atMs > keptMs) asked = { atMs: nowMs, answer: answers(pool) };
      return asked.answer;
    },
    close: () => pool.end(),
  };
}

async function answers(pool: pg.Pool): Promise<boolean> {
  try {
    await pool.query("select 1");
    return true;
  } catch {
    return false;
  }
}
