import { createReadStream, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { sumTables } from "./back-up.ts";
import { backupManifest, BackupRefusal, type BackupManifest, type TableSum } from "./backup-format.ts";
import { connectAsSuperuser, listMigrations, listTables } from "./tables.ts";

/**
 * Brings a backup into a migrated, empty database: all of it or, where anything is not as it was backed up, nothing.
 *
 * @param adminUrl - Of a superuser of that database.
 * @throws {BackupRefusal} BACKUP_ROLE, BACKUP_UNREADABLE, BACKUP_DAMAGED, BACKUP_OTHER_VERSION, RESTORE_NOT_EMPTY.
 */
export async function restore(adminUrl: string, folder: string): Promise<BackupManifest> {
  const manifest = readManifest(folder);
  const client = await connectAsSuperuser(adminUrl);
  try {
    await client.query("begin");
    await requireSameMigrations(client, manifest);
    await requireEmpty(client);
    // The chain of events and the keeping of columns are triggers: what is restored has been through them already.
    await client.query("set local session_replication_role = replica");
    for (const table of manifest.tables) await readTable(client, table, folder);
    for (const { name, lastValue } of manifest.sequences) {
      if (lastValue !== null)
        await client.query("select setval($1::regclass, $2)", [pg.escapeIdentifier(name), lastValue]);
    }
    requireSameSums(await sumTables(client), manifest.tables);
    await client.query("commit");
    return manifest;
  } finally {
    await client.end();
  }
}

function readManifest(folder: string): BackupManifest {
  const file = path.join(folder, "backup.json");
  try {
    return backupManifest.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    const what = existsSync(file) ? "is not one of a backup that this version can read" : "is not there";
    throw new BackupRefusal("BACKUP_UNREADABLE", `${file} ${what}.`);
  }
}

async function requireSameMigrations(client: pg.Client, { migrations }: BackupManifest): Promise<void> {
  if ((await listMigrations(client)).join() === migrations.join()) return;
  throw new BackupRefusal(
    "BACKUP_OTHER_VERSION",
    `The backup was made by a version whose newest migration is ${migrations.at(-1) ?? "none"}. Restore it with that version, then update.`,
  );
}

/** The tables must be empty, but for what the migrations themselves put there. */
async function requireEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ used: boolean }>(
    `select exists (select 1 from "Event") or exists (select 1 from "Member") or exists (select 1 from "List") as used`,
  );
  if (rows[0]?.used === true) {
    throw new BackupRefusal(
      "RESTORE_NOT_EMPTY",
      "The database is in use. Restore into a new one, and then change over.",
    );
  }
  for (const { name } of await listTables(client)) await client.query(`delete from ${pg.escapeIdentifier(name)}`);
}

async function readTable(client: pg.Client, { name }: TableSum, folder: string): Promise<void> {
  const file = path.join(folder, `${name}.copy.gz`);
  try {
    const table = client.query(copyFrom(`copy ${pg.escapeIdentifier(name)} from stdin`));
    await pipeline(createReadStream(file), createGunzip(), table);
  } catch {
    throw new BackupRefusal("BACKUP_DAMAGED", `${file} cannot be read, or is not what the backup wrote.`);
  }
}

function requireSameSums(restored: readonly TableSum[], wanted: readonly TableSum[]): void {
  const other = restored.filter(({ name, rows, sha256 }) => {
    const sum = wanted.find((each) => each.name === name);
    return sum?.rows !== rows || sum.sha256 !== sha256;
  });
  if (other.length === 0) return;
  const names = other.map(({ name }) => name).join(", ");
  throw new BackupRefusal("BACKUP_DAMAGED", `After restoring, these tables are not as they were backed up: ${names}.`);
}
