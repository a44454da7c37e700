import path from "node:path";
import pg from "pg";
import { startEmbeddedDatabase } from "#lib/db/embedded-database.ts";
import type { Site } from "./own-site.ts";

/** Lets a list of a running site follow another policy from now on, as its operator does: reports that are there keep theirs. */
export async function followPolicy(site: Site, listName: string, version: string): Promise<void> {
  const server = await startEmbeddedDatabase(path.join(site.folder, "postgres"), "lasting"); // runs: it is taken over
  const client = new pg.Client({ connectionString: server.adminUrl("fortnight") });
  await client.connect();
  try {
    const { rowCount } = await client.query('update "List" set "policyVersion" = $1 where "name" = $2', [
      version,
      listName,
    ]);
    if (rowCount !== 1) throw new Error(`no list ${listName}`);
  } finally {
    await client.end();
  }
}
