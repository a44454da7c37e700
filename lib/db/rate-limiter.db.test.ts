import { beforeAll, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { askAsSuperuser } from "#e2e/support/whole-database.ts";
import { countTime } from "./rate-limiter.ts";

beforeAll(async () => {
  await freshDatabase();
});

test("counting goes on after PostgreSQL has ended the connections that were idle", async () => {
  const rate = { purpose: "report", times: 2, seconds: 600 };
  // Two at once, so that the pool holds all the connections that it may.
  await Promise.all([countTime(rate, "somebody"), countTime(rate, "somebody else")]);

  const [ended] = await askAsSuperuser<{ connections: number }>(
    `select count(pg_terminate_backend(pid))::int as connections from pg_stat_activity
     where datname = current_database() and usename = 'fortnight'`,
  );
  expect(ended?.connections).toBeGreaterThan(0);

  expect(await countTime(rate, "somebody")).toBe(0);
  expect(await countTime(rate, "somebody")).toBeGreaterThan(0);
});
