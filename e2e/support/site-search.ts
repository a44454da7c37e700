import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { startEmbeddedDatabase } from "#lib/db/embedded-database.ts";
import { tracesOf } from "./secret-marks.ts";

/** Where a secret was found, and in which form it stood there. */
export interface Trace {
  readonly secret: Buffer | string;
  readonly place: string;
  readonly forms: readonly string[];
}

/** How much was looked through: a search of nothing finds nothing. */
export interface SearchOutcome {
  readonly traces: readonly Trace[];
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/**
 * Looks for secrets in everything that a site keeps: each row of each table, the database's files and its write-ahead
 * log as they are on disk, and what the site and the database have logged. The demo's own key files are left out.
 */
export async function searchSite(secrets: readonly (Buffer | string)[], folder: string): Promise<SearchOutcome> {
  const server = await startEmbeddedDatabase(path.join(folder, "postgres"), "lasting"); // the one that runs
  const client = new pg.Client({ connectionString: server.adminUrl("fortnight") });
  await client.connect();
  try {
    await client.query("checkpoint"); // all that is in its memory goes to disk
    const inRows = await searchRows(client, secrets);
    const files = [...new Set([...filesBelow(folder), ...filesBelow(server.folder)])];
    const inFiles = files.flatMap((file) => tracesIn(file, secrets, bytesOf(file)));
    return { ...inRows, traces: [...inRows.traces, ...inFiles], files: files.length };
  } finally {
    await client.end();
  }
}

async function searchRows(client: pg.Client, secrets: readonly (Buffer | string)[]) {
  const names = await client.query<{ name: string }>(
    "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')",
  );
  const traces: Trace[] = [];
  let count = 0;
  for (const { name } of names.rows) {
    const { rows } = await client.query<unknown[]>({ text: `select * from ${name}`, rowMode: "array" });
    count += rows.length;
    for (const value of rows.flat()) {
      traces.push(...tracesIn(`a row of ${name}`, secrets, Buffer.isBuffer(value) ? value : textOf(value)));
    }
  }
  return { traces, tables: names.rows.length, rows: count };
}

function textOf(value: unknown): Buffer {
  return Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
}

function tracesIn(place: string, secrets: readonly (Buffer | string)[], within: Buffer): readonly Trace[] {
  return secrets.flatMap((secret) => {
    const forms = tracesOf(secret, within);
    return forms.length === 0 ? [] : [{ secret, place, forms }];
  });
}

/** PostgreSQL renames and removes files of its own at any moment. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("demo-keys"))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
