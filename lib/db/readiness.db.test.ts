import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmbeddedDatabase, type EmbeddedDatabase } from "./embedded-database.ts";
import { watchDatabase } from "./readiness.ts";
import { scratchServerFolder } from "./server-folder.ts";

let folder = "";
let server: EmbeddedDatabase;

beforeAll(async () => {
  folder = scratchServerFolder();
  server = await startEmbeddedDatabase(folder, "scratch");
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a database that goes away is noticed at once, and its return within seconds", async () => {
  const watch = watchDatabase(server.adminUrl("postgres"));
  expect(await watch.isReady()).toBe(true);

  await server.stop();
  expect(await watch.isReady()).toBe(false);

  server = await startEmbeddedDatabase(folder, "scratch");
  await expect.poll(() => watch.isReady(), { timeout: 5_000 }).toBe(true);
  await watch.close();
});
