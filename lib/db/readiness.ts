import pg from "pg";

export type Readiness = {
  /** Whether the database answers. Asked often, it answers from the last second's knowledge. */
  readonly isReady: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** How long an answer is kept. A no is soon asked again: the site is well as soon as its database is. */
const keptMs = { yes: 1_000, no: 100 };

/** Watches whether the database of this connection string answers, over a connection of its own. */
export function watchDatabase(connectionString: string): Readiness {
  const limits = { connectionTimeoutMillis: 2_000, query_timeout: 2_000, idleTimeoutMillis: 0 };
  const pool = new pg.Pool({ connectionString, max: 1, ...limits });
  let known = { isReady: false, untilMs: -Infinity };
  let asking: Promise<boolean> | null = null;
  const learn = (isReady: boolean) => {
    known = { isReady, untilMs: performance.now() + (isReady ? keptMs.yes : keptMs.no) };
    return isReady;
  };
  // The connection is kept open, so that a database that goes away is noticed before anybody asks.
  pool.on("error", () => learn(false));

  return {
    isReady() {
      if (asking !== null) return asking;
      if (performance.now() < known.untilMs) return Promise.resolve(known.isReady);
      asking = answers(pool)
        .then(learn)
        .finally(() => (asking = null));
      return asking;
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
