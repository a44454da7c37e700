// `npm run restore -- FOLDER`: brings a backup into a database that is new: the embedded one of a folder without any, or
// the one that DATABASE_URL names. `npm start` then serves it.
import path from "node:path";
import process from "node:process";
import { continueOnPinnedNode, projectFolder } from "./pinned-node.mjs";

continueOnPinnedNode(import.meta.url);

const { backupConfig } = await import("../lib/config/backup.ts");
const { restore } = await import("../lib/db/backup/restore.ts");
const { openDatabase, StartRefusal } = await import("./site-database.mjs");
const { runCommand } = await import("./operator-command.mjs");
const { lockSite } = await import("./site-lock.mjs");

await runCommand(async () => {
  if (process.argv[2] === undefined) throw new StartRefusal("Name the folder of the backup: npm run restore -- FOLDER");
  const folder = path.resolve(process.env.INIT_CWD ?? ".", process.argv[2]);
  const { databaseUrl, databaseAdminUrl, varFolder } = backupConfig();
  const siteFolder = path.resolve(varFolder ?? path.join(projectFolder, "var"));
  if (databaseUrl === null && lockSite(siteFolder) !== null) throw new StartRefusal("End the site first.");

  const database = await openDatabase(databaseUrl, siteFolder);
  try {
    const { tables, madeAt } = await restore(databaseAdminUrl ?? database.adminUrl, folder);
    for (const { name, rows, sha256 } of tables) console.log(`${sha256.slice(0, 12)}  ${name}: ${rows}`);
    console.log(`Restored as it was at ${madeAt}: each table has the hash that the backup noted.`);
  } finally {
    await database.end();
  }
});
