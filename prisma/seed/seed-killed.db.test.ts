import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { askAsSuperuser } from "#e2e/support/whole-database.ts";
import { prove } from "#lib/access/_prove.ts";
import { listLists } from "#lib/data/lists.ts";
import { listMembers } from "#lib/data/members.ts";
import { seedHouse } from "./seed-house.ts";

const system = prove({ kind: "system" });
const origin = "https://portal.example";
let databaseUrl: string;
let varFolder: string;

beforeEach(async () => {
  databaseUrl = await freshDatabase();
  varFolder = mkdtempSync(path.join(tmpdir(), "fortnight-seed-"));
});

afterEach(() => {
  rmSync(varFolder, { recursive: true, force: true });
});

/** The seed as `npm start` runs it, killed once it has written a report. Answers by which signal it ended. */
async function killHalfWay(): Promise<unknown> {
  const main = path.resolve(import.meta.dirname, "main.ts");
  const seed = spawn(process.execPath, ["--conditions=react-server", main], {
    stdio: "ignore",
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      FORTNIGHT_ORIGIN: origin,
      FORTNIGHT_DEMO: "1",
      FORTNIGHT_VAR: varFolder,
      NODE_OPTIONS: "",
    },
  });
  const ended = once(seed, "exit");
  await vi.waitFor(
    async () => {
      // What it has not committed shows in nothing but its locks.
      const writers = await askAsSuperuser(
        `select from pg_locks where relation = '"Report"'::regclass and mode = 'RowExclusiveLock' and granted
         and database = (select oid from pg_database where datname = current_database())`,
      );
      expect(writers).toHaveLength(1);
    },
    { timeout: 120_000, interval: 10 },
  );
  seed.kill("SIGKILL");
  const [, signal] = (await ended) as [unknown, unknown];
  return signal;
}

test(
  "a demo that is killed half-way leaves an empty house, and the next start a whole demo",
  {
    timeout: 240_000,
  },
  async () => {
    expect(await killHalfWay()).toBe("SIGKILL");
    expect(existsSync(path.join(varFolder, "demo-keys", "people.json"))).toBe(true);
    expect(await listLists(system)).toEqual([]);
    expect(await listMembers(system)).toEqual([]);
    const [{ events } = { events: -1 }] = await askAsSuperuser<{ events: number }>(
      `select count(*)::int as events from "Event"`,
    );
    expect(events).toBe(0);

    const outcome = await seedHouse({ isDemo: true, origin, varFolder }, new Date());
    expect(outcome).toMatchObject({ kind: "demo", people: 37, reports: 17 });
    const [{ reports } = { reports: -1 }] = await askAsSuperuser<{ reports: number }>(
      `select count(*)::int as reports from "Report"`,
    );
    expect(reports).toBe(17);
    const receipts = readFileSync(path.join(varFolder, "demo-keys", "receipts.txt"), "utf8");
    expect(receipts.match(/^R[0-9A-Z-]{33}$/gm)).toHaveLength(17);
  },
);
