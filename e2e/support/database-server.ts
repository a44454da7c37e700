import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { makeDatabase } from "#lib/db/database-role.ts";
import { makeJobTables } from "#lib/jobs/tables.ts";
import { startEmbeddedDatabase } from "#lib/db/embedded-database.ts";
import { applyMigrations } from "#lib/db/migrate.ts";
import { scratchServerFolder } from "#lib/db/server-folder.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly adminUrl: string;
    readonly serverUrl: string;
  }
}

export const templateDatabase = "fortnight_template";

/** Brings up one real PostgreSQL for all database tests, with a migrated database to copy from. */
export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const folder = scratchServerFolder();
  const server = await startEmbeddedDatabase(folder, "scratch");
  await makeDatabase(server, templateDatabase);
  await applyMigrations(server.url(templateDatabase));
  await makeJobTables(server.url(templateDatabase));
  project.provide("adminUrl", server.adminUrl("DATABASE"));
  project.provide("serverUrl", server.url("DATABASE"));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
