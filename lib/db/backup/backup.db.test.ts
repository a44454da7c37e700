import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { twoReports } from "#e2e/support/two-reports.ts";
import { verifyEvents } from "../verify-events.ts";
import { backUp, sumTables } from "./back-up.ts";
import { restore } from "./restore.ts";
import { connectAsSuperuser } from "./tables.ts";

const madeAt = new Date("2026-03-02T09:00:00Z");
const folder = mkdtempSync(path.join(tmpdir(), "fortnight-backup-"));
const backup = path.join(folder, "backup");

let source = "";

beforeAll(async () => {
  source = await freshDatabase();
  await twoReports();
  await backUp(adminUrl(source), backup, madeAt);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function adminUrl(url: string): string {
  return inject("adminUrl").replace("DATABASE", new URL(url).pathname.slice(1));
}

async function sumsOf(url: string) {
  const client = await connectAsSuperuser(adminUrl(url));
  const sums = await sumTables(client);
  await client.end();
  return sums;
}

/** A copy of the backup in which one file is another. */
function changedBackup(name: string, change: (bytes: Buffer) => Buffer): string {
  const copy = mkdtempSync(path.join(folder, "changed-"));
  for (const file of readdirSync(backup)) {
    const bytes = readFileSync(path.join(backup, file));
    writeFileSync(path.join(copy, file), file === name ? change(bytes) : bytes);
  }
  return copy;
}

test("what is restored is what was backed up, table by table", async () => {
  const target = await freshDatabase();
  const { tables } = await restore(adminUrl(target), backup);
  const restored = await sumsOf(target);
  expect(restored).toEqual(await sumsOf(source));
  expect(restored).toEqual(tables);
  expect(tables.filter(({ rows }) => rows > 0).map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Report", "Envelope", "EnvelopePart", "KeyPacket", "Event", "EventHead", "Obligation"]),
  );
});

test("the chain of events is whole after it, and goes on from where it was", async () => {
  const target = await freshDatabase();
  await restore(adminUrl(target), backup);
  const before = await verifyEvents(source, null);
  expect(before.count).toBeGreaterThan(5);
  expect(await verifyEvents(target, before.head)).toEqual(before);
  await writeOneMore(target);
  expect((await verifyEvents(target, before.head)).faults).toEqual([]);
});

async function writeOneMore(url: string): Promise<void> {
  const client = await connectAsSuperuser(adminUrl(url));
  await client.query(`insert into "Event" (at, kind, "actorKind", facts) values (now(), 'restored', 'system', '{}')`);
  await client.end();
}

test("only its owner may read a backup", () => {
  expect(statSync(backup).mode & 0o077).toBe(0);
  const modes = readdirSync(backup).map((file) => statSync(path.join(backup, file)).mode & 0o077);
  expect(modes.length).toBeGreaterThan(20);
  expect(modes.every((mode) => mode === 0)).toBe(true);
});

test("the portal's own role cannot back up: rows would be missing without a word", async () => {
  await expect(backUp(source, path.join(folder, "by-role"), madeAt)).rejects.toMatchObject({ code: "BACKUP_ROLE" });
});

test.each([
  ["a row of an envelope", "EnvelopePart.copy.gz", (bytes: Buffer) => changedRow(bytes)],
  ["the end of a file", "Event.copy.gz", (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
  ["a row that was left out", "KeyPacket.copy.gz", (bytes: Buffer) => withoutFirstRow(bytes)],
])("of a damaged backup nothing is restored: %s", async (_what, name, change) => {
  const target = await freshDatabase();
  const empty = await sumsOf(target);
  await expect(restore(adminUrl(target), changedBackup(name, change))).rejects.toMatchObject({
    code: "BACKUP_DAMAGED",
  });
  expect(await sumsOf(target)).toEqual(empty);
});

function changedRow(bytes: Buffer): Buffer {
  const rows = gunzipSync(bytes).toString();
  return gzipSync(
    rows.replace(
      /\\\\x(..)([0-9a-f])/,
      (_all, first: string, digit: string) => `\\\\x${first}${digit === "0" ? "1" : "0"}`,
    ),
  );
}

function withoutFirstRow(bytes: Buffer): Buffer {
  const rows = gunzipSync(bytes);
  return gzipSync(rows.subarray(rows.indexOf(10) + 1));
}

test("a folder that is no backup, and one of another version, are told apart", async () => {
  const target = adminUrl(await freshDatabase());
  await expect(restore(target, folder)).rejects.toMatchObject({ code: "BACKUP_UNREADABLE" });
  const older = changedBackup("backup.json", (bytes) =>
    Buffer.from(bytes.toString().replace("0003_event_chain", "0003_x")),
  );
  await expect(restore(target, older)).rejects.toMatchObject({ code: "BACKUP_OTHER_VERSION" });
});

test("a database that is in use is left as it is", async () => {
  const before = await sumsOf(source);
  await expect(restore(adminUrl(source), backup)).rejects.toMatchObject({ code: "RESTORE_NOT_EMPTY" });
  expect(await sumsOf(source)).toEqual(before);
});
