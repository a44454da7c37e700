import { rmSync } from "node:fs";
import pg from "pg";
import { makeDatabase } from "#lib/db/database-role.ts";
import { startEmbeddedDatabase } from "#lib/db/embedded-database.ts";
import { applyMigrations } from "#lib/db/migrate.ts";
import { scratchServerFolder } from "#lib/db/server-folder.ts";
import { makeJobTables } from "#lib/jobs/tables.ts";

/** A PostgreSQL of its own, for as long as something is measured. */
export interface ScratchDatabase {
  /** Asks as the superuser, for whom neither row-level security nor triggers hold. */
  readonly fill: (sql: string, values?: readonly unknown[]) => Promise<void>;
  /** The same, with the rows that come of it. */
  readonly ask: <Row>(sql: string) => Promise<readonly Row[]>;
  /** For the portal's own role. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const name = "bench";

/** Brings it up with all tables, and points the portal's settings at it. */
export async function startScratchDatabase(): Promise<ScratchDatabase> {
  const folder = scratchServerFolder();
  const server = await startEmbeddedDatabase(folder, "scratch");
  await makeDatabase(server, name);
  await applyMigrations(server.url(name));
  await makeJobTables(server.url(name));
  process.env.DATABASE_URL = server.url(name);
  await forgetClient();
  const client = new pg.Client({ connectionString: server.adminUrl(name) });
  await client.connect();
  await client.query("set session_replication_role = replica"); // no triggers, no foreign keys: rows by the thousand
  return {
    fill: async (sql, values = []) => {
      await client.query(sql, [...values]);
    },
    ask: async <Row>(sql: string) => (await client.query(sql)).rows as Row[],
    url: server.url(name),
    stop: async () => {
      await client.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The portal keeps one client for the life of its process; the next question makes one for the database of now. */
async function forgetClient(): Promise<void> {
  const kept = globalThis as { fortnightPrisma?: { readonly $disconnect: () => Promise<void> } };
  await kept.fortnightPrisma?.$disconnect();
  delete kept.fortnightPrisma;
}
