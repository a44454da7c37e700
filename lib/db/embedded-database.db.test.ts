import { readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDatabase, roleRefusal } from "./database-role.ts";
import { startEmbeddedDatabase, type EmbeddedDatabase } from "./embedded-database.ts";
import { scratchServerFolder } from "./server-folder.ts";

let folder = "";
let server: EmbeddedDatabase;

beforeAll(async () => {
  folder = scratchServerFolder();
  server = await startEmbeddedDatabase(folder, "scratch");
  await makeDatabase(server, "fortnight");
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(connectionString: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const answer = await client.query<Record<string, unknown>>(sql);
    return Object.values(answer.rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test("its data outlives it", async () => {
  await ask(server.url("fortnight"), "create table kept as select 42 as answer");
  await server.stop();
  await expect(ask(server.url("fortnight"), "select 1")).rejects.toThrow();
  server = await startEmbeddedDatabase(folder, "scratch");
  expect(await ask(server.url("fortnight"), "select answer from kept")).toBe(42);
});

test("a server that a killed process left running is taken over", async () => {
  const startedAt = await ask(server.adminUrl("postgres"), "select pg_postmaster_start_time()");
  const again = await startEmbeddedDatabase(folder, "scratch");
  expect(await ask(again.adminUrl("postgres"), "select pg_postmaster_start_time()")).toEqual(startedAt);
});

test("one that is kept is served again where it ends by itself, on the same port, until it is stopped", async () => {
  const startedAt = await ask(server.adminUrl("postgres"), "select pg_postmaster_start_time()");
  server.keepServing();
  process.kill(Number(readFileSync(path.join(folder, "cluster", "postmaster.pid"), "utf8").split("\n")[0]), "SIGQUIT");
  const again = () => ask(server.adminUrl("postgres"), "select pg_postmaster_start_time()").catch(() => startedAt);
  await expect.poll(again, { timeout: 10_000 }).not.toEqual(startedAt);
});

test("it listens on the loopback interface alone, and asks for a password", async () => {
  expect(await ask(server.adminUrl("postgres"), "show listen_addresses")).toBe("127.0.0.1");
  expect(await ask(server.adminUrl("postgres"), "show unix_socket_directories")).toBe("");
  const wrong = new URL(server.url("fortnight"));
  wrong.password = "wrong";
  await expect(ask(wrong.href, "select 1")).rejects.toThrow();
});

test("its passwords are readable by their owner alone, and differ", () => {
  const file = path.join(folder, "access.json");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const access = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  expect(access.password).not.toBe(access.adminPassword);
  expect(access.password?.length).toBe(32);
});

test("the portal's role is held by row-level security; the administrator's is refused", async () => {
  expect(await roleRefusal(server.url("fortnight"))).toBeNull();
  expect(await roleRefusal(server.adminUrl("fortnight"))).toContain("superuser");
});

test("what it writes to its log holds no statement and no value", async () => {
  await expect(ask(server.url("fortnight"), "select 'canary-7f3a'::integer")).rejects.toThrow();
  expect(readFileSync(path.join(folder, "server.log"), "utf8")).not.toContain("canary-7f3a");
});
