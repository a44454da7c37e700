// `npm run backup -- FOLDER`: writes all that the portal keeps in its database into a new folder. The site may run.
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { continueOnPinnedNode, projectFolder } from "./pinned-node.mjs";

continueOnPinnedNode(import.meta.url);

const { backupConfig } = await import("../lib/config/backup.ts");
const { backUp } = await import("../lib/db/backup/back-up.ts");
const { StartRefusal, visitDatabase } = await import("./site-database.mjs");
const { runCommand } = await import("./operator-command.mjs");

const folder = process.argv[2] === undefined ? null : path.resolve(process.env.INIT_CWD ?? ".", process.argv[2]);

await runCommand(async () => {
  if (folder === null) throw new StartRefusal("Name the folder to make: npm run backup -- FOLDER");
  if (existsSync(folder)) throw new StartRefusal(`${folder} exists already; name one that does not.`);
  const { databaseUrl, databaseAdminUrl, varFolder } = backupConfig();
  const { tables } = await visitDatabase(
    databaseUrl,
    path.resolve(varFolder ?? path.join(projectFolder, "var")),
    ({ adminUrl }) => backUp(databaseAdminUrl ?? adminUrl, folder, new Date()),
  );
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`${rows} rows of ${tables.length} tables are in ${folder}.`);
});
