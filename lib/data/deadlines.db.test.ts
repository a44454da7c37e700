import { beforeAll, describe, expect, test, vi } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { reportsCameAt, twoReports, type AskerName, type TwoReports } from "#e2e/support/two-reports.ts";
import { askAsSuperuser } from "#e2e/support/whole-database.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import type { DutyId } from "#lib/policy/duty.ts";
import { prismaClient } from "#lib/db/client.ts";
import {
  everyDeadline,
  lateAt,
  listDeadlines,
  upcomingFrom,
  type DeadlineCursor,
  type DeadlineFilter,
  type DeadlinePage,
} from "./deadlines.ts";

/** Two days and an hour after the reports came: their acknowledgements are late, the rest is to come. */
const now = addHours(reportsCameAt, 49);
let stage: TwoReports;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
});

const keysOf = ({ deadlines }: DeadlinePage) => deadlines.map(({ handle, key }) => `${handle} ${key}`);

/** Both parts of the page, counted up to 500. */
async function bothParts(who: AskerName, filter: DeadlineFilter) {
  const first = { after: null, take: 50, countTo: 500 };
  const wanted = [lateAt(now), upcomingFrom(now)].map((span) => ({ ...span, ...first }));
  const [late, upcoming] = await listDeadlines(stage.askers[who], filter, wanted);
  if (late === undefined || upcoming === undefined) throw new Error("a part of the page is missing");
  return { late, upcoming };
}

describe("what is owed is shown", () => {
  test.each<{ who: AskerName; late: readonly string[]; upcoming: number }>([
    { who: "coordinator", late: ["FN-2026-0001 ACKNOWLEDGE", "FN-2026-0002 ACKNOWLEDGE"], upcoming: 8 },
    { who: "reader", late: ["FN-2026-0001 ACKNOWLEDGE"], upcoming: 5 },
    { who: "other list", late: ["FN-2026-0002 ACKNOWLEDGE"], upcoming: 3 },
    { who: "newcomer", late: [], upcoming: 0 },
    { who: "reporter", late: [], upcoming: 0 },
    { who: "anonymous", late: [], upcoming: 0 },
  ])("to $who: $late and $upcoming more", async ({ who, late, upcoming }) => {
    const page = await bothParts(who, everyDeadline);
    expect(keysOf(page.late).toSorted()).toEqual(late);
    expect(keysOf(page.upcoming)).toHaveLength(upcoming);
    expect([page.late.count, page.upcoming.count]).toEqual([late.length, upcoming]);
  });

  test.each<{ what: string; filter: Partial<DeadlineFilter>; count: number }>([
    { what: "of one list", filter: {}, count: 6 },
    { what: "of one duty", filter: { listId: null, duties: ["A11"] }, count: 2 },
    { what: "of two duties", filter: { listId: null, duties: ["A11", "A1"] }, count: 4 },
    { what: "of an organisation without duties", filter: { listId: null, duties: [] }, count: 0 },
    { what: "by the list alone", filter: { listId: null, owner: "list" }, count: 6 },
    { what: "by the list, of a duty, for a list", filter: { duties: ["A1"], owner: "list" }, count: 1 },
  ])("$what: $count", async ({ filter, count }) => {
    const whole = { ...everyDeadline, listId: stage.asked.listId, ...filter };
    const wanted = { from: new Date(0), until: addDays(now, 100), after: null, take: 50, countTo: 0 };
    const [{ deadlines } = { deadlines: [] }] = await listDeadlines(stage.askers.coordinator, whole, [wanted]);
    expect(deadlines).toHaveLength(count);
    expect(deadlines.map(({ dueAt }) => dueAt.getTime())).toEqual(
      deadlines.map(({ dueAt }) => dueAt.getTime()).toSorted((left, right) => left - right),
    );
    const { late, upcoming } = await bothParts("coordinator", whole);
    expect(late.count + upcoming.count).toBe(count);
  });
});

describe("of thousands that are owed", () => {
  const owedCount = 40_000;

  beforeAll(async () => {
    const { reportId, listId } = stage.asked;
    // Every second one late, of some duties by turns, ten at each instant.
    await askAsSuperuser(
      `insert into "Obligation" (id, "reportId", key, kind, handle, "listId", "policyVersion", owner, duty, clause,
         "openedAt", "dueAt", "changedAt", "remindedUntil")
       select gen_random_uuid(), $1, 'MANY/' || n, 'REPORT_PROGRESS', 'FN-2026-0001', $2, 'distros-2017-08-02',
         (array['reporter', 'list'])[1 + n % 2], (array['A1', 'A2', 'A9', 'A11'])[1 + n % 4], 'A9', $3,
         $4::timestamptz + (case when n % 2 = 0 then -1 else 1 end) * (n / 10) * interval '1 minute', $3, $3
       from generate_series(1, ${String(owedCount)}) n`,
      [reportId, listId, reportsCameAt, now],
    );
    await askAsSuperuser(`vacuum analyze "Obligation"`);
    await askAsSuperuser(`vacuum analyze "KeyPacket"`);
  });

  const duties: readonly DutyId[] = ["A1", "A11"];

  test.each<{ what: string; filter: DeadlineFilter }>([
    { what: "all", filter: everyDeadline },
    { what: "those of two duties", filter: { ...everyDeadline, duties } },
    { what: "those by the list", filter: { ...everyDeadline, owner: "list" } },
  ])("$what can be paged through, each once and in order", async ({ filter }) => {
    const seen: string[] = [];
    let after: DeadlineCursor | null = null;
    let last = 0;
    do {
      const wanted = { ...lateAt(now), after, take: 2_000, countTo: 0 };
      const [page]: readonly DeadlinePage[] = await listDeadlines(stage.askers.coordinator, filter, [wanted]);
      for (const { id, dueAt } of page?.deadlines ?? []) {
        expect(dueAt.getTime()).toBeGreaterThanOrEqual(last);
        last = dueAt.getTime();
        seen.push(id);
      }
      after = page?.next ?? null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    const [{ count } = { count: -1 }] = await askAsSuperuser<{ count: number }>(
      `select count(*)::int from "Obligation" where "closedAt" is null and "dueAt" < $1
         and ($2::text[] is null or duty = any($2)) and ($3::text is null or owner = $3)`,
      [now, filter.duties, filter.owner],
    );
    expect(seen).toHaveLength(count);
  });

  test("counts stop at their cap", async () => {
    for (const filter of [everyDeadline, { ...everyDeadline, duties }]) {
      const { late, upcoming } = await bothParts("coordinator", filter);
      expect([late.count, upcoming.count]).toEqual([500, 500]);
    }
  });

  test.each<{ who: AskerName; filter: DeadlineFilter }>([
    { who: "coordinator", filter: everyDeadline },
    { who: "coordinator", filter: { ...everyDeadline, duties } },
    { who: "coordinator", filter: { listId: null, duties: ["A9"], owner: "list" } },
    { who: "reader", filter: everyDeadline },
    { who: "reader", filter: { ...everyDeadline, duties } },
  ])("a page for $who reads no table from end to end, and but little of it", async ({ who, filter }) => {
    const before = await readsOfTable();
    await bothParts(who, filter);
    const after = await vi.waitFor(
      async () => {
        const reads = await readsOfTable();
        expect(reads.indexScans).toBeGreaterThan(before.indexScans);
        return reads;
      },
      { timeout: 10_000 },
    );
    expect(after.wholeScans).toBe(before.wholeScans);
    expect(after.rowsRead - before.rowsRead).toBeLessThan(owedCount / 10);
  });

  /** What PostgreSQL has counted of the ways in which the table was read, once all connections have told it. */
  async function readsOfTable() {
    await prismaClient().$disconnect();
    const [reads] = await askAsSuperuser<{ wholeScans: number; indexScans: number; rowsRead: number }>(
      `select seq_scan::int as "wholeScans", idx_scan::int as "indexScans",
         (select sum(idx_tup_read)::int from pg_stat_user_indexes where relname = 'Obligation') as "rowsRead"
       from pg_stat_user_tables where relname = 'Obligation'`,
    );
    if (reads === undefined) throw new Error("PostgreSQL counts nothing");
    return reads;
  }
});
