import { createWriteStream, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { BackupManifest, TableSum } from "./backup-format.ts";
import { RowStream } from "./row-stream.ts";
import { connectAsSuperuser, listMigrations, listTables, type Table } from "./tables.ts";

/**
 * Writes all that a portal keeps in its database into a new folder, as it is at one instant, while the portal goes on.
 * The folder is there whole or not at all, and only its owner reads it. It holds no key and no text of a report, but
 * who reports and reads what.
 *
 * @param adminUrl - Of a superuser of that database.
 * @throws {BackupRefusal} BACKUP_ROLE.
 */
export async function backUp(adminUrl: string, folder: string, at: Date): Promise<BackupManifest> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const client = await connectAsSuperuser(adminUrl);
  try {
    await client.query("begin isolation level repeatable read read only");
    const tables: TableSum[] = [];
    for (const table of await listTables(client)) tables.push(await writeTable(client, table, unfinished));
    const manifest: BackupManifest = {
      format: "fortnight-backup/1",
      madeAt: at.toISOString(),
      migrations: await listMigrations(client),
      tables,
      sequences: await listSequences(client),
    };
    writeFileSync(path.join(unfinished, "backup.json"), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    renameSync(unfinished, folder);
    return manifest;
  } finally {
    await client.end();
  }
}

/** The sums of all tables as they are now. */
export async function sumTables(client: pg.Client): Promise<readonly TableSum[]> {
  const sums: TableSum[] = [];
  for (const table of await listTables(client)) sums.push(await copyOut(client, table, [nowhere()]));
  return sums;
}

function writeTable(client: pg.Client, table: Table, folder: string): Promise<TableSum> {
  const file = createWriteStream(path.join(folder, `${table.name}.copy.gz`), { mode: 0o600, flush: true });
  return copyOut(client, table, [createGzip(), file]);
}

async function copyOut(client: pg.Client, { name, select }: Table, into: NodeJS.WritableStream[]): Promise<TableSum> {
  const rows = new RowStream();
  await pipeline([client.query(copyTo(`copy (${select}) to stdout`)), rows, ...into]);
  return { name, ...rows.sum() };
}

function nowhere(): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
}

async function listSequences(client: pg.Client): Promise<BackupManifest["sequences"]> {
  const { rows } = await client.query<{ name: string; lastValue: string | null }>(
    `select sequencename as name, last_value::text as "lastValue" from pg_sequences where schemaname = 'public' order by 1`,
  );
  return rows;
}
