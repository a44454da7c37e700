import path from "node:path";
import pg from "pg";
import { startEmbeddedDatabase } from "#lib/db/embedded-database.ts";

/**
 * Does what somebody with the database might: puts the signature over the exploit's commitment in the place of the
 * report's and of every member's message. Answers how many it has exchanged.
 */
export async function exchangeSignatures(handle: string, folder: string): Promise<number> {
  const server = await startEmbeddedDatabase(path.join(folder, "postgres"), "lasting"); // the one that runs
  const client = new pg.Client({ connectionString: server.adminUrl("fortnight") });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica"); // no trigger keeps the superuser from it
    const { rowCount } = await client.query(
      `update "Envelope" e set "commitmentSignature" = exploit."commitmentSignature"
       from "Envelope" exploit join "Report" r on r.id = exploit."reportId"
       where r.handle = $1 and exploit.kind = 'exploit' and e."reportId" = r.id
         and (e.kind = 'report' or e."authorMemberId" is not null)`,
      [handle],
    );
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
