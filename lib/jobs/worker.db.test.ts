import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import { askAsSuperuser } from "#e2e/support/whole-database.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { changeDutyHolder } from "#lib/data/duties.ts";
import { createWakeUps } from "#lib/data/jobs.ts";
import { listNotices } from "#lib/data/notices.ts";
import { createObligations, type SettledObligation } from "#lib/data/obligations.ts";
import { findReport } from "#lib/data/reports.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { owed } from "#lib/embargo/obligation.ts";
import { acceptReport } from "#lib/workflow/accept-report.ts";
import { acknowledgeReport } from "#lib/workflow/acknowledge-report.ts";
import { takeStep } from "#lib/workflow/take-step.ts";
import { startWorker, type WorkerOptions } from "./worker.ts";

type Worker = Awaited<ReturnType<typeof startWorker>>;

const at = addDays(houseFurnishedAt, 1);
/** Debts that {@link oweMuch} makes are due then. */
const dueAt = addHours(at, 10);

let databaseUrl: string;
let house: SmallHouse;
let report: SmallReport;
let workers: Worker[] = [];
let processes: ChildProcess[] = [];
/** Of a worker that was killed: they stay locked for hours, and nobody waits for them. */
let abandonedJobs: readonly string[] = [];

beforeAll(async () => {
  databaseUrl = await freshDatabase();
  house = await smallHouse();
  const { ada, dora, uma } = house;
  for (const duty of ["A1", "A10"] as const) {
    await changeDutyHolder(ada.actor, { duty, role: "primary" }, dora.actor.organisationId, at);
    await changeDutyHolder(ada.actor, { duty, role: "backup" }, uma.actor.organisationId, at);
  }
});

beforeEach(async () => {
  report = await smallReport(house, { at });
  expect(await acceptReport(report.actor, report.upload, at)).toMatchObject({ ok: true });
});

afterEach(async () => {
  for (const worker of workers) await worker.stop();
  for (const child of processes) child.kill("SIGKILL");
  workers = [];
  processes = [];
  await askAsSuperuser('update "Obligation" set "nextReminderAt" = null');
});

async function work(clock: NonNullable<WorkerOptions["clock"]>): Promise<Worker> {
  const worker = await startWorker({ databaseUrl, clock });
  workers.push(worker);
  return worker;
}

/** A worker process of its own, whose clock stands still. */
function workElsewhere(now: Date): ChildProcess {
  const file = path.resolve(import.meta.dirname, "fixtures/driven-worker.ts");
  const child = spawn(process.execPath, ["--conditions=react-server", file, now.toISOString()], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_OPTIONS: "" },
  });
  processes.push(child);
  return child;
}

/** Makes the report owe one and the same thing many times over. */
async function oweMuch(times: number): Promise<void> {
  const { reportId } = report.actor;
  const { handle, listId, policyVersion } = expectOk(await findReport(house.system, reportId));
  const debts = Array.from({ length: times }, (_, part): SettledObligation => {
    const debt = owed("INVESTIGATE_LEAK", { part, openedAt: addHours(at, 9), dueAt, closing: null });
    return { ...debt, remindedUntil: at, nextReminderAt: dueAt };
  });
  await createObligations(house.system, { reportId, handle, listId, policyVersion }, debts, at);
}

interface Sent {
  readonly recipient: string;
  readonly key: string;
  readonly step: string;
}

/** The reminders of this report, oldest first. */
async function sent(): Promise<readonly Sent[]> {
  return askAsSuperuser<Sent>(
    `select n.recipient, o.key, n.step from "Notice" n join "Obligation" o on o.id = n."obligationId"
     where n."reportId" = $1 and n.step is not null order by n.at, n.recipient`,
    [report.actor.reportId],
  );
}

/** Waits until so many reminders were sent, and looks again after two more passes. */
async function expectEachOnce(times: number): Promise<void> {
  await vi.waitFor(
    async () => {
      expect((await sent()).length).toBeGreaterThanOrEqual(times);
    },
    { timeout: 60_000, interval: 50 },
  );
  await passes(2);
  const reminders = await sent();
  const toDora = reminders.filter(({ recipient }) => recipient === house.dora.actor.memberId);
  expect(reminders).toHaveLength(times);
  expect(toDora).toHaveLength(times);
  expect(new Set(toDora.map(({ key }) => key)).size).toBe(times);
}

/** Asks for passes, all of which may run at once, and waits until no worker that lives has anything to do. */
async function passes(count: number): Promise<void> {
  await askForPasses(count);
  await vi.waitFor(
    async () => {
      const busy = "(locked_at is not null or run_at <= now()) and id <> all($1)";
      expect(await askAsSuperuser(`select id from graphile_worker.jobs where ${busy}`, [abandonedJobs])).toEqual([]);
    },
    { timeout: 30_000, interval: 20 },
  );
}

async function askForPasses(count: number): Promise<void> {
  await askAsSuperuser("select graphile_worker.add_job('remind') from generate_series(1, $1)", [count]);
}

describe("of several workers", () => {
  test("none sends what another has sent", { timeout: 120_000 }, async () => {
    await oweMuch(300);
    await Promise.all([work(() => dueAt), work(() => dueAt)]);
    await askForPasses(6);
    await expectEachOnce(300);
  });

  test("one that is killed in the middle loses nothing: the next sends the rest", { timeout: 120_000 }, async () => {
    await oweMuch(400);
    const doomed = workElsewhere(dueAt);
    const ended = once(doomed, "exit");
    await vi.waitFor(
      async () => {
        expect(await sent()).not.toEqual([]);
      },
      { timeout: 60_000, interval: 5 },
    );
    doomed.kill("SIGKILL");
    expect(await ended).toEqual([null, "SIGKILL"]);
    const locked = await askAsSuperuser<{ id: string }>(
      "select id::text as id from graphile_worker.jobs where locked_at is not null",
    );
    abandonedJobs = locked.map(({ id }) => id);
    const before = (await sent()).length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(400);

    await work(() => dueAt);
    await expectEachOnce(400);
  });
});

describe("a worker", () => {
  test("looks at once for what fell due while none ran, and sends each person one reminder of it", async () => {
    await work(() => addHours(at, 48 + 60));
    await passes(1);
    const reminders = (await sent()).filter(({ key }) => key === "ACKNOWLEDGE");
    const { ada, dora, uma } = house;
    const people = [ada, dora, uma].map(({ actor }) => actor.memberId as string);
    expect(reminders.map(({ recipient }) => recipient).toSorted()).toEqual(people.toSorted());
  });

  test("sends nothing again when its clock is set back and forward", async () => {
    let now = addHours(at, 47);
    await work(() => now);
    const counts: number[] = [];
    for (const hours of [47, 48, 24, 47, 48, 49]) {
      now = addHours(at, hours);
      await passes(1);
      counts.push((await sent()).length);
    }
    expect(counts.slice(2)).toEqual([counts[1], counts[1], counts[1], counts[1]]);
    const steps = (await sent()).map(({ recipient, key, step }) => `${recipient} ${key} ${step}`);
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps).toContain(`${house.dora.actor.memberId} ACKNOWLEDGE due`);
  });

  test("reminds the reporter of what the reporter owes, who reads it with the receipt", async () => {
    await work(() => addHours(at, 5 * 24 - 1));
    await passes(1);
    const toReporter = (await sent()).filter(({ recipient }) => recipient === "reporter");
    expect(toReporter.map(({ key, step }) => `${key} ${step}`)).toEqual(["DISCLOSE/1 before-2h"]);
    const page = { before: null, take: 100 };
    expect(await listNotices(report.actor, page)).toMatchObject([{ reminder: { kind: "DISCLOSE" }, readAt: null }]);
    const others = await listNotices(house.dora.actor, page);
    expect(others.filter(({ recipient }) => recipient === "reporter")).toEqual([]);
  });

  test("is silent about what was done in the meantime", async () => {
    expect(await acknowledgeReport(house.flora.actor, report.actor.reportId, addHours(at, 47))).toMatchObject({
      ok: true,
    });
    await work(() => addHours(at, 49));
    await passes(1);
    expect((await sent()).filter(({ key }) => key === "ACKNOWLEDGE")).toEqual([]);
  });

  test("whose connections are cut takes its work up again", { timeout: 120_000 }, async () => {
    await work(() => dueAt);
    await passes(1);
    await oweMuch(60);
    await askAsSuperuser(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() 
         and (query ilike '%graphile%' or query ilike '%jobs:insert%')`,
    );
    await askForPasses(1);
    await expectEachOnce(60);
  });
});

describe("a wake-up", () => {
  const jobs = () => askAsSuperuser<{ key: string }>("select key from graphile_worker.jobs where key is not null");
  const soon = addDays(at, 400);

  test("is asked for together with what is owed, and not where the change is undone", async () => {
    const before = await jobs();
    const undone = inTransaction(house.system, async () => {
      await createWakeUps(house.system, [soon]);
      throw new Error("the change failed");
    });
    await expect(undone).rejects.toThrow("the change failed");
    expect(await jobs()).toEqual(before);

    await createWakeUps(house.system, [soon, soon]);
    expect(await jobs()).toHaveLength(before.length + 1);
  });

  test("stands for each date that is agreed", async () => {
    const sooner = addHours(at, 80.5);
    const proposal = { kind: "propose", issue: 1, revision: 0, disclosureAt: sooner, reason: "fix-is-ready" } as const;
    await takeStep(house.dora.actor, report.actor.reportId, { ...proposal, answerUntil: null }, addHours(at, 1));
    const answer = { kind: "answer", issue: 1, revision: 1, proposal: 2, answer: "accept" } as const;
    const wanted = `remind ${addHours(sooner, -72).toISOString()}`;
    const refused = await takeStep(report.actor, report.actor.reportId, { ...answer, revision: 9 }, addHours(at, 2));
    expect(refused).toMatchObject({ problem: { code: "ISSUE_CHANGED" } });
    expect(await jobs()).not.toContainEqual({ key: wanted });

    expect(await takeStep(report.actor, report.actor.reportId, answer, addHours(at, 2))).toMatchObject({ ok: true });
    expect(await jobs()).toContainEqual({ key: wanted });
  });
});
