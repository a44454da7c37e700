import { existsSync } from "node:fs";
import path from "node:path";
import { makeDatabase, roleRefusal } from "../lib/db/database-role.ts";
import { startEmbeddedDatabase } from "../lib/db/embedded-database.ts";
import { applyMigrations, migrationTroubles } from "../lib/db/migrate.ts";
import { makeJobTables } from "../lib/jobs/tables.ts";
import { lockSite } from "./site-lock.mjs";

/** Something that the person who starts the site can mend; its message is all that they are shown. */
export class StartRefusal extends Error {}

/**
 * The site's database, ready for use: the one that `databaseUrl` names, or PostgreSQL out of the npm package with its
 * files in `varFolder`. `keep` has it served again where it ends by itself, `end` stops what was started here.
 */
export async function openDatabase(databaseUrl, varFolder) {
  if (databaseUrl === null) return openEmbedded(varFolder);

  const refusal = await roleRefusal(databaseUrl).catch((error) => {
    throw new StartRefusal(`The database that DATABASE_URL names does not answer: ${error.message || error.code}`);
  });
  if (refusal !== null) throw new StartRefusal(refusal);
  await migrate(databaseUrl);
  return { url: databaseUrl, adminUrl: null, folder: null, keep: () => {}, end: async () => {} };
}

async function openEmbedded(varFolder) {
  const server = await startEmbeddedDatabase(path.join(varFolder, "postgres"), "lasting");
  try {
    await makeDatabase(server, "fortnight");
    const url = server.url("fortnight");
    await migrate(url);
    const { folder, keepServing, stop } = server;
    return { url, adminUrl: server.adminUrl("fortnight"), folder, keep: keepServing, end: stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function migrate(url) {
  await applyMigrations(url);
  // A database that has had more migrations than ours is one that a newer version uses at the same time.
  const troubles = (await migrationTroubles(url)).filter((trouble) => trouble !== "migrationsDirectoryIsBehind");
  if (troubles.length > 0) throw new StartRefusal(`The database's migrations are not ours: ${troubles.join("; ")}.`);
  await makeJobTables(url);
}

/**
 * Does `work` with the site's database while the site runs, or without it: an embedded server that is down is brought up
 * for that long.
 */
export async function visitDatabase(databaseUrl, varFolder, work) {
  if (databaseUrl !== null) return work({ url: databaseUrl, adminUrl: null });

  const folder = path.join(varFolder, "postgres");
  if (!existsSync(folder)) throw new StartRefusal(`There is no database in ${varFolder}.`);
  const isHeld = lockSite(varFolder) !== null;
  const server = await startEmbeddedDatabase(folder, "lasting");
  try {
    return await work({ url: server.url("fortnight"), adminUrl: server.adminUrl("fortnight") });
  } finally {
    if (!isHeld) await server.stop();
  }
}
