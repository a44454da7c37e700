// `node scripts/make-migration.mjs NAME`: writes prisma/migrations/NNNN_NAME/migration.sql with what the schema has and
// the migrations have not. NAME may bring its number: then only the migrations before it count. With --empty it writes
// a file to be filled by hand (policies, triggers).
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { continueOnPinnedNode } from "./pinned-node.mjs";

continueOnPinnedNode(import.meta.url);

const { startEmbeddedDatabase } = await import("../lib/db/embedded-database.ts");
const { scratchServerFolder } = await import("../lib/db/server-folder.ts");
const { migrationNames, missingSql, ourMigrations } = await import("../lib/db/migrate.ts");

const [name = "", option] = process.argv.slice(2);
if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
  console.error("Usage: node scripts/make-migration.mjs name_in_snake_case [--empty]");
  process.exit(1);
}

const { migrationsFolder } = ourMigrations;
mkdirSync(migrationsFolder, { recursive: true });
const lockFile = path.join(migrationsFolder, "migration_lock.toml");
if (!existsSync(lockFile)) writeFileSync(lockFile, 'provider = "postgresql"\n');

const nextNumber = Number(migrationNames(migrationsFolder).at(-1)?.slice(0, 4) ?? 0) + 1;
const migration = /^[0-9]{4}_/.test(name) ? name : `${String(nextNumber).padStart(4, "0")}_${name}`;
const sql =
  option === "--empty"
    ? "-- Write the migration here.\n"
    : await withScratchServer((url) => missingSql(url, { ...ourMigrations, before: migration }));
if (sql === "") {
  console.log("The migrations already lead to the schema: nothing to write.");
} else {
  const file = path.join(migrationsFolder, migration, "migration.sql");
  mkdirSync(path.dirname(file));
  writeFileSync(file, sql);
  console.log(`Wrote ${path.relative(process.cwd(), file)}. Read it before you commit it.`);
}

// The engine keeps a timer of ten seconds beyond its work.
process.exit(0);

async function withScratchServer(use) {
  const folder = scratchServerFolder();
  const server = await startEmbeddedDatabase(folder, "scratch");
  try {
    return await use(server.adminUrl("postgres"));
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
