import { beforeEach, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { askAsSuperuser } from "#e2e/support/whole-database.ts";
import { withClaims, type Claims } from "./claims.ts";
import { verifyEvents } from "./verify-events.ts";

const system: Claims = { actor: "system", memberId: "", reportId: "" };
const at = new Date("2026-03-02T09:00:00.007Z");

let url = "";

beforeEach(async () => {
  url = await freshDatabase();
  for (const kind of ["first", "second", "third"]) await writeEvent(kind);
  await askAsSuperuser(`alter table "Event" disable trigger all`);
});

async function writeEvent(kind: string): Promise<void> {
  await withClaims(system, (transaction) =>
    transaction.event.createMany({
      data: { at, kind, actorKind: "system", facts: { b: 1.5, a: [null, true, "ä\n"], nested: { x: "y" } } },
    }),
  );
}

async function codesAfter(tampering: string): Promise<readonly unknown[]> {
  await askAsSuperuser(tampering);
  const { faults } = await verifyEvents(url, null);
  return faults.map((fault) => [fault.code, "id" in fault ? fault.id : fault.hash]);
}

test("a chain that nobody has touched is whole, and so is one without events", async () => {
  const whole = await verifyEvents(url, null);
  expect(whole).toMatchObject({ count: 3, faults: [] });
  expect(whole.head).toMatch(/^[0-9a-f]{64}$/);
  expect(await verifyEvents(await freshDatabase(), null)).toEqual({ count: 0, faults: [], head: "" });
});

test("events that were written at once are in the order of their links, whatever their numbers", async () => {
  await askAsSuperuser(`alter table "Event" enable trigger all`);
  await Promise.all(["a", "b", "c", "d", "e", "f", "g", "h"].map(writeEvent));
  expect((await verifyEvents(url, null)).faults).toEqual([]);
});

test.each([
  `kind = 'other'`,
  `at = at + interval '1 millisecond'`,
  `facts = '{"b": 1.25}'`,
  `"actorKind" = 'coordinator'`,
  `"memberId" = gen_random_uuid()`,
])("an event that was changed is named: %s", async (change) => {
  expect(await codesAfter(`update "Event" set ${change} where id = 2`)).toEqual([["EVENT_CHANGED", "2"]]);
});

test("an event that was removed is missing before the next one", async () => {
  expect(await codesAfter(`delete from "Event" where id = 2`)).toEqual([["EVENT_MISSING_BEFORE", "3"]]);
});

test("the first one, too", async () => {
  expect(await codesAfter(`delete from "Event" where id = 1`)).toEqual([["EVENT_MISSING_BEFORE", "2"]]);
});

test("the newest that was removed is missing after the one that is left", async () => {
  expect(await codesAfter(`delete from "Event" where id = 3`)).toEqual([["EVENT_MISSING_AFTER", "2"]]);
});

test("a record that was emptied is missed as a whole", async () => {
  expect(await codesAfter(`delete from "Event"`)).toEqual([["EVENT_MISSING_AFTER", null]]);
});

test("two events that changed places are both named", async () => {
  const swap = `update "Event" set id = case id when 2 then 30 when 3 then 20 else id end`;
  expect(await codesAfter(swap)).toEqual([
    ["EVENT_CHANGED", "20"],
    ["EVENT_CHANGED", "30"],
  ]);
});

test("an event that was replaced together with its hash is missed by the one after it", async () => {
  const forge = `update "Event" set hash = repeat('a', 64) where id = 2`;
  expect(await codesAfter(forge)).toEqual([
    ["EVENT_CHANGED", "2"],
    ["EVENT_MISSING_BEFORE", "3"],
  ]);
});

test("a chain that was made anew as a whole does not lead through a hash that was noted before", async () => {
  const { head } = await verifyEvents(url, null);
  expect((await verifyEvents(url, head)).faults).toEqual([]);
  await askAsSuperuser(`delete from "Event"`);
  await askAsSuperuser(`update "EventHead" set hash = ''`);
  await askAsSuperuser(`alter table "Event" enable trigger all`);
  await writeEvent("invented");
  expect((await verifyEvents(url, null)).faults).toEqual([]);
  expect((await verifyEvents(url, head)).faults).toEqual([{ code: "EARLIER_HEAD_MISSING", hash: head }]);
});
