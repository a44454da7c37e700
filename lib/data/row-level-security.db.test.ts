import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asApplication, insertSql, type AsApplication } from "#e2e/support/as-application.ts";
import { freshDatabase } from "#e2e/support/database.ts";
import { twoReports, type TwoReports } from "#e2e/support/two-reports.ts";
import { askAsSuperuser, tableNames } from "#e2e/support/whole-database.ts";
import type { Actor } from "#lib/access/actor.ts";
import { expectOk } from "#lib/base/result.ts";
import { prismaClient } from "#lib/db/client.ts";
import { removeMember } from "#lib/workflow/enrol.ts";
import { openTables, rowAskers, rowRights, type RowAsker, type RowRights } from "./fixtures/row-rights.ts";
import { createUsedNonce } from "./spent.ts";

let stage: TwoReports;
let database: AsApplication;
let actors: Readonly<Record<RowAsker, Actor>>;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
  const at = new Date("2026-11-04T00:00:00Z");
  await createUsedNonce(stage.house.system, "used", at, at);
  expectOk(await removeMember(stage.house.ada.actor, stage.house.dora.actor.memberId, at));
  actors = { ...stage.askers, "removed member": stage.house.dora.actor };
  database = await asApplication();
});

afterAll(() => database.close());

function ofFirst({ rows }: RowRights): string {
  return rows.replace("$1", `'${stage.asked.reportId}'`);
}

async function rowsThere(table: string, where: string): Promise<number> {
  const [answer] = await askAsSuperuser<{ rows: number }>(
    `select count(*)::int as rows from "${table}" where ${where}`,
  );
  return answer?.rows ?? -1;
}

type Row = Readonly<Record<string, unknown>>;

/** Columns that say who wrote a row and whom it is for: of rows with the same there one is enough. */
const parties = ["memberId", "party", "author", "actorKind", "recipient", "owner", "question", "number"];

async function rowsOf(rights: RowRights): Promise<readonly Row[]> {
  const rows = await askAsSuperuser<{ row: Row }>(
    `select to_jsonb(t) as row from "${rights.table}" t where ${ofFirst(rights)}`,
  );
  const namesOf = (row: Row) => (parties.some((column) => column in row) ? parties.map((column) => row[column]) : row);
  const different = new Map(rows.map(({ row }) => [JSON.stringify(namesOf(row)), row]));
  return [...different.values()];
}

/** SQLSTATE 42501, or nothing done. What is stopped by a key or a missing value only has passed row-level security. */
function isDenied(said: number | string): boolean {
  return said === "42501" || said === 0;
}

/** The rows as they are, and with the names of who writes them. */
function likeThem(rows: readonly Row[], actor: Actor): readonly Row[] {
  const memberId = "memberId" in actor ? actor.memberId : null;
  const organisationId = "organisationId" in actor ? actor.organisationId : null;
  const names = { memberId, organisationId, authorMemberId: memberId, assignedById: memberId, actorKind: actor.kind };
  const own = Object.entries(names).filter(([name]) => name in (rows[0] ?? {}));
  return own.length === 0 ? rows : [...rows, ...rows.map((row) => ({ ...row, ...Object.fromEntries(own) }))];
}

async function mayAdd(actor: Actor, { table }: RowRights, rows: readonly Row[]): Promise<boolean> {
  for (const row of likeThem(rows, actor))
    if (!isDenied(await database.write(actor, insertSql(table, row)))) return true;
  return false;
}

async function whoMay(ask: (actor: Actor) => Promise<boolean>): Promise<readonly RowAsker[]> {
  const who: RowAsker[] = [];
  for (const asker of rowAskers) if (await ask(actors[asker])) who.push(asker);
  return who;
}

async function expectRights(rights: RowRights): Promise<void> {
  const { table, all, own, adds, changes, removes } = rights;
  const rows = await rowsOf(rights);
  const there = await rowsThere(table, ofFirst(rights));
  expect(there, table).toBeGreaterThan(0);
  for (const who of rowAskers) {
    const theirs = own?.[who];
    const some = theirs === undefined ? 0 : await rowsThere(table, `${ofFirst(rights)} and ${theirs}`);
    if (theirs !== undefined) expect(some, `${table}: ${who}`).toBeGreaterThan(0);
    const seen = await database.count(actors[who], `"${table}" where ${ofFirst(rights)}`);
    expect(seen, `${table} is seen by ${who}`).toBe(all.includes(who) ? there : some);
  }
  const inOrder = (who: readonly RowAsker[]) => rowAskers.filter((each) => who.includes(each));
  expect(await whoMay((actor) => mayAdd(actor, rights, rows)), `add to ${table}`).toEqual(inOrder(adds));
  const [column = ""] = Object.keys(rows[0] ?? {});
  const change = `update "${table}" set ${rights.change ?? `"${column}" = "${column}"`} where ${ofFirst(rights)}`;
  const remove = `delete from "${table}" where ${ofFirst(rights)}`;
  for (const [sql, who] of [
    [change, changes],
    [remove, removes],
  ] as const)
    expect(await whoMay(async (actor) => !isDenied(await database.write(actor, sql))), sql).toEqual(inOrder(who));
}

test("every table stands in the table of who may see and write its rows", async () => {
  expect([...rowRights.map(({ table }) => table), ...openTables].sort()).toEqual([...(await tableNames())].sort());
});

test("PostgreSQL alone lets each asker see, add, change and remove what the table says", async () => {
  for (const rights of rowRights) await expectRights(rights);
});

/** What may have become of the report's two issues. */
const states = [
  [`"embargoState" = 'none'`, `"embargoState" = 'proposed'`],
  [`"embargoState" = 'active'`, `"embargoState" = 'revise'`],
  [`"embargoState" = 'exited'`, `"withdrawnAt" = now(), "mergedAt" = now(), "mergedIntoNumber" = 1`],
] as const;

describe("so it does whatever has become of the report's issues", () => {
  test.each(states)("the first: %s, the second: %s", async (first, second) => {
    for (const [number, state] of [first, second].entries())
      await askAsSuperuser(
        `set session_replication_role = replica; update "Issue" set ${state} where number = ${String(number + 1)}`,
      );
    for (const rights of rowRights.filter(({ rows }) => rows.includes("eportId"))) await expectRights(rights);
  });
});

test("no private row at all is shown where nobody has said who asks", async () => {
  for (const { table, all } of rowRights) {
    if (all === rowAskers) continue;
    const [answer] = await prismaClient().$queryRawUnsafe<{ rows: number }[]>(
      `select count(*)::int as rows from "${table}"`,
    );
    expect(answer?.rows, table).toBe(0);
  }
});

test("the other list's member holds as much of the other report, and nothing crosses over", async () => {
  for (const who of ["reader", "other list"] as const) {
    const name = who === "reader" ? "Flora Demo" : "Lena Demo";
    const theirs = `"memberId" in (select id from "Member" where name = '${name}')`;
    const held = await rowsThere("KeyPacket", theirs);
    expect(held).toBeGreaterThan(0);
    expect(await database.count(stage.askers[who], `"KeyPacket"`)).toBe(held);
  }
});
