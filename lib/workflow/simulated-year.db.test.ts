import { runOnce, Logger } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { askAsSuperuser } from "#e2e/support/whole-database.ts";
import type { ReportId } from "#lib/base/id.ts";
import { addDays, addHours, hourMs } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { changeDutyHolder } from "#lib/data/duties.ts";
import { findLastActivity } from "#lib/data/events.ts";
import { listObligations, type KeptObligation } from "#lib/data/obligations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { escalationAt } from "#lib/embargo/escalation.ts";
import type { Obligation } from "#lib/embargo/obligation.ts";
import { obligationsOf } from "#lib/embargo/obligations-of.ts";
import { owedTogetherWith } from "#lib/embargo/reminders.ts";
import { isLate } from "#lib/embargo/still-owed.ts";
import { taskListOf } from "#lib/jobs/worker.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import { seededRandom } from "./fixtures/seeded-random.ts";
import { chanceAnswers, chanceCourse } from "./fixtures/year-course.ts";
import { YearPeople, type Doing } from "./fixtures/year-people.ts";
import { ReportSource } from "./fixtures/report-source.ts";
import { factsOf, loadCase } from "./load-case.ts";

/** Change it to see another year. */
const seed = 20_170_802;
const reportsAYear = 300;
/** The clock moves on by this much: people act, and the worker does what has fallen due. */
const tickMs = 12 * hourMs;
const startsAt = addDays(houseFurnishedAt, 1);
/** Reports come until here, so that everything is due by the end. */
const lastReportAt = addDays(startsAt, 320);
const endsAt = addDays(startsAt, 365);
const rosterSigningDays = [0, 150, 300];

let house: SmallHouse;
let pool: pg.Pool;
const refusals = new Map<string, number>();
const reportIds: ReportId[] = [];
let remindersAfterClosing = 0;

beforeAll(async () => {
  const began = performance.now();
  console.log(`The simulated year has the seed ${String(seed)}.`);
  const connectionString = await freshDatabase();
  house = await smallHouse();
  pool = new pg.Pool({ connectionString, max: 4 });
  pool.on("error", (error) => {
    throw error;
  });
  pool.on("connect", (client) => void client.on("error", () => undefined)); // graphile-worker wants somebody to listen
  for (const duty of ["A1", "A9", "A11"] as const) {
    await changeDutyHolder(house.ada.actor, { duty, role: "primary" }, house.dora.actor.organisationId, startsAt);
    await changeDutyHolder(house.ada.actor, { duty, role: "backup" }, house.uma.actor.organisationId, startsAt);
  }
  vi.useFakeTimers({ toFake: ["Date"], now: startsAt }); // the worker asks PostgreSQL for what is due by this clock
  await liveThroughYear();
  console.log(`It took ${String(Math.round((performance.now() - began) / 1_000))} s.`);
}, 1_200_000);

afterAll(async () => {
  vi.useRealTimers();
  await pool.end();
});

/** What is meant to be done, by the tick at which its time has come, and by the report that it is about. */
type Calendar = Map<number, Map<number, Doing[]>>;

function put(calendar: Calendar, report: number, doing: Doing): void {
  const tick = Math.ceil((doing.at.getTime() - startsAt.getTime()) / tickMs);
  const reports = calendar.get(tick) ?? new Map<number, Doing[]>();
  reports.set(report, [...(reports.get(report) ?? []), doing]);
  calendar.set(tick, reports);
}

async function liveThroughYear(): Promise<void> {
  const calendar: Calendar = new Map();
  const source = new ReportSource(house);
  for (let number = 0; number < reportsAYear; number += 1) put(calendar, number, arrival(source, number, calendar));

  const ticks = (endsAt.getTime() - startsAt.getTime()) / tickMs;
  for (let tick = 0; tick <= ticks; tick += 1) {
    const now = new Date(startsAt.getTime() + tick * tickMs);
    vi.setSystemTime(now);
    if (rosterSigningDays.some((day) => addDays(startsAt, day).getTime() === now.getTime()))
      await source.renewRoster(now);
    const reports = calendar.get(tick) ?? new Map<number, Doing[]>();
    // People of different reports act at the same time; those of one report one after the other.
    await Promise.all([...reports].map(([report, doings]) => actInTurn(calendar, report, doings, now)));
    calendar.delete(tick);
    await workOff(now);
  }
}

async function actInTurn(calendar: Calendar, report: number, doings: readonly Doing[], now: Date): Promise<void> {
  for (const doing of doings) {
    const next = await doing.act(now);
    if (next !== null) put(calendar, report, next.at > now ? next : { ...next, at: addHours(now, 1) });
  }
}

function arrival(source: ReportSource, number: number, calendar: Calendar): Doing {
  const random = seededRandom(seed + number);
  const at = addHours(startsAt, random.between(1, (lastReportAt.getTime() - startsAt.getTime()) / hourMs));
  return {
    at,
    act: async (now) => {
      const reporter = await source.handIn(chanceAnswers(random, now), now);
      reportIds.push(reporter.reportId);
      const people = new YearPeople(house, reporter, random, refusals);
      for (const doing of chanceCourse(people, now)) put(calendar, number, doing);
      return null;
    },
  };
}

/** Lets graphile-worker do all jobs that are due, two at a time. */
async function workOff(now: Date): Promise<void> {
  const { rows } = await pool.query("select from graphile_worker.jobs where run_at <= $1 limit 1", [now]);
  if (rows.length === 0) return;
  const silent = new Logger(() => () => undefined);
  await runOnce({
    pgPool: pool,
    concurrency: 2,
    logger: silent,
    noHandleSignals: true,
    useNodeTime: true,
    taskList: taskListOf(() => new Date()),
  });
  const sent = await inTransaction(
    house.system,
    (transaction) => transaction.$queryRaw<{ count: number }[]>`
      select count(*)::int from "Notice" n join "Obligation" o on o.id = n."obligationId"
      where n.news is null and n.at = ${now} and o."closedAt" is not null and o."changedAt" < ${now}`,
  );
  remindersAfterClosing += sent[0]?.count ?? 0;
}

/** What the pure function and the table both say of an obligation. */
function told({ key, kind, owner, duty, clause, openedAt, dueAt, closing }: Obligation) {
  return { key, kind, owner, duty, clause, openedAt, dueAt, closing };
}

const isMoot = ({ closing }: KeptObligation) => closing?.evidence.text === "moot";

describe("at the end of a year with 300 reports", () => {
  test("nothing that people meant to do was refused for another reason than their own", () => {
    console.log(`Refused: ${JSON.stringify(Object.fromEntries(refusals))}.`);
    expect([...refusals.keys()]).not.toContain("ISSUE_CHANGED");
    expect(reportIds).toHaveLength(reportsAYear);
  });

  test("what is owed for each report stands in the table as it follows from what happened", async () => {
    for (const id of reportIds) {
      const wanted = obligationsOf(
        factsOf(expectOk(await loadCase(house.system, id)), await findLastActivity(house.system, id)),
        endsAt,
      ).map(told);
      const kept = (await listObligations(house.system, id)).filter((each) => !isMoot(each)).map(told);
      const byKey = (left: { key: string }, right: { key: string }) => (left.key < right.key ? -1 : 1);
      expect(kept.toSorted(byKey), id).toEqual(wanted.toSorted(byKey));
    }
  });

  test("every obligation is closed with evidence, or shown late and with the coordinators, who were told", async () => {
    let lateCount = 0;
    for (const id of reportIds) {
      for (const obligation of await listObligations(house.system, id)) {
        if (obligation.closing !== null) {
          expect(obligation.closing.evidence.text).not.toBe("");
          continue;
        }
        lateCount += 1;
        expect(isLate(obligation, endsAt), obligation.key).toBe(true);
        expect(escalationAt(obligation, policyOf(obligation.policyVersion), endsAt)).toBe("coordinators");
        const escalated = await askAsSuperuser<{ recipient: string }>(
          `select n.recipient from "Notice" n join "Obligation" o on o.id = n."obligationId"
           where o."reportId" = $1 and o.key = any($2) and n."dueAt" = $3 and n.at >= n."dueAt" + interval '48 hours'`,
          [id, [obligation.key, owedTogetherWith(obligation) ?? obligation.key], obligation.dueAt],
        );
        expect(
          escalated.map(({ recipient }) => recipient),
          obligation.key,
        ).toContain(house.ada.actor.memberId);
      }
    }
    expect(lateCount).toBeGreaterThan(50);
  });

  test("nobody was reminded twice of one thing, or of what was closed", async () => {
    const twice = await askAsSuperuser(
      `select 1 from "Notice" where news is null group by "obligationId", "dueAt", step, recipient having count(*) > 1`,
    );
    expect(twice).toEqual([]);
    expect(remindersAfterClosing).toBe(0);
    const [sent] = await askAsSuperuser<{ count: number }>(`select count(*)::int from "Notice" where news is null`);
    expect(sent?.count).toBeGreaterThan(1_000);
  });

  test("nobody heard twice at one instant that an issue was to be public", async () => {
    const twice = await askAsSuperuser(
      `select 1 from "Notice" n join "Obligation" o on o.id = n."obligationId" where o.kind in ('DISCLOSE', 'POST_ISSUE')
       group by o."reportId", o."issueNumber", n.at, n.recipient having count(*) > 1`,
    );
    expect(twice).toEqual([]);
  });

  test("no embargo was ever agreed beyond the maximum, and none stands past its date", async () => {
    const beyond = await askAsSuperuser(
      `select 1 from "EmbargoRecord" a
       join "EmbargoRecord" p on p."issueId" = a."issueId" and p.step = 'propose' and p.proposal = a.proposal
       join "Report" r on r.id = a."reportId"
       where a.step = 'accept' and p."disclosureAt" > r."receivedAt" + interval '336 hours'`,
    );
    expect(beyond).toEqual([]);
    const standing = await askAsSuperuser(
      `select 1 from "Issue" where "embargoState" in ('active', 'revise') and "disclosureAt" <= $1`,
      [endsAt],
    );
    expect(standing).toEqual([]);
  });
});
