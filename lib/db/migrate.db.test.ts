import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { applyMigrations, migrationTroubles, missingSql, ourMigrations, type MigrationFolders } from "./migrate.ts";

let url = "";
let folder = "";
let folders: MigrationFolders;

beforeEach(async () => {
  url = await freshDatabase();
  folder = mkdtempSync(path.join(tmpdir(), "fortnight-migrations-"));
  folders = { schemaFile: path.join(folder, "schema.prisma"), migrationsFolder: path.join(folder, "migrations") };
  writeFileSync(folders.schemaFile, 'datasource db {\n provider = "postgresql"\n}\nmodel Thing {\n id Int @id\n}\n');
  mkdirSync(folders.migrationsFolder);
  await query('drop schema public cascade; create schema public; drop table if exists "_prisma_migrations"');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, sql: string): void {
  mkdirSync(path.join(folders.migrationsFolder, name), { recursive: true });
  writeFileSync(path.join(folders.migrationsFolder, name, "migration.sql"), sql);
}

async function query(sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answer = await client.query<Record<string, unknown>>(sql);
    return answer.rows;
  } finally {
    await client.end();
  }
}

const makeThing = 'create table "Thing" (id integer primary key);';

test("migrations are applied in order, and once", async () => {
  write("0002_fill", 'insert into "Thing" values (1);');
  write("0001_make", makeThing);
  expect(await applyMigrations(url, folders)).toEqual(["0001_make", "0002_fill"]);
  expect(await applyMigrations(url, folders)).toEqual([]);
  expect(await query('select id from "Thing"')).toEqual([{ id: 1 }]);
  expect(await migrationTroubles(url, folders)).toEqual([]);
});

test("two processes that start at once apply each migration once", async () => {
  write("0001_make", makeThing);
  const both = await Promise.all([applyMigrations(url, folders), applyMigrations(url, folders)]);
  expect(both.flat()).toEqual(["0001_make"]);
});

test("a function's body is not cut at its semicolons", async () => {
  const body = "begin perform 1; return 'a;b'; end";
  write("0001_function", `create function answer() returns text language plpgsql as $$ ${body} $$;`);
  await applyMigrations(url, folders);
  expect(await query("select answer()")).toEqual([{ answer: "a;b" }]);
});

test("a migration that fails leaves nothing behind, and is tried again once it is mended", async () => {
  write("0001_make", `${makeThing} insert into nowhere values (1);`);
  await expect(applyMigrations(url, folders)).rejects.toThrow();
  expect(await query(`select to_regclass('"Thing"') as found`)).toEqual([{ found: null }]);
  expect(await migrationTroubles(url, folders)).toEqual(["0001_make failed half-way"]);

  write("0001_make", makeThing);
  expect(await applyMigrations(url, folders)).toEqual(["0001_make"]);
  expect(await migrationTroubles(url, folders)).toEqual([]);
});

test("a migration that was edited after it was applied is told", async () => {
  write("0001_make", makeThing);
  await applyMigrations(url, folders);
  write("0001_make", `${makeThing} -- edited`);
  expect(await migrationTroubles(url, folders)).toEqual(["0001_make was edited after it was applied"]);
});

test("what the schema has and the migrations have not is written as SQL", async () => {
  const admin = inject("adminUrl").replace("DATABASE", "postgres");
  expect(await missingSql(admin, folders)).toContain('CREATE TABLE "Thing"');
  write("0001_make", await missingSql(admin, folders));
  expect(await missingSql(admin, folders)).toBe("");
});

test("our migrations lead to our schema, and each is one transaction", async () => {
  expect(await missingSql(inject("adminUrl").replace("DATABASE", "postgres"))).toBe("");
  const names = readdirSync(ourMigrations.migrationsFolder).filter((name) => !name.endsWith(".toml"));
  for (const name of names) {
    const sql = readFileSync(path.join(ourMigrations.migrationsFolder, name, "migration.sql"), "utf8");
    expect(sql, name).not.toMatch(/^\s*(commit|rollback|start transaction|begin)\s*;/im);
  }
});
