import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { enrol } from "#e2e/support/two-reports.ts";
import { askAsSuperuser } from "#e2e/support/whole-database.ts";
import type { ReporterActor, SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { addHours } from "#lib/base/instant.ts";
import { remind } from "../remind.ts";
import { takeStep } from "../take-step.ts";
import { exampleOf, reportCameAt, stepKinds, stepStage, type StepStage } from "./fixtures/step-stage.ts";

let handIn: Awaited<ReturnType<typeof stepStage>>;
let stage: StepStage;
let newcomer: SignedInActor;
let otherReporter: ReporterActor;

beforeAll(async () => {
  await freshDatabase();
  handIn = await stepStage();
  stage = await handIn();
  otherReporter = stage.reporter;
  const [nora] = await enrol(stage.house, [{ firstName: "Nora", listNames: ["distros"] }], reportCameAt);
  if (nora === undefined) throw new Error("Nora was not enrolled");
  newcomer = nora.actor;
});

beforeEach(async () => {
  stage = await handIn();
});

const ofMembers = [
  "take-back-posting",
  "take-back-exploit",
  "agree-extension",
  "split",
  "merge",
  "set-status",
  "triage",
  "move",
  "reopen",
  "record-duty-work",
] as const;

/** All that the database holds of a report's course. */
async function rows(reportId: ReportId): Promise<string> {
  const tables = [
    "Issue",
    "EmbargoRecord",
    "CaseRecord",
    "Posting",
    "Leak",
    "Obligation",
    "Closing",
    "Notice",
    "Event",
  ];
  const all: unknown[] = [];
  for (const table of [...tables, "OrganisationStatus", "TriageAnswer", "DutyWork"])
    all.push(await askAsSuperuser(`select to_jsonb(t) from "${table}" t where "reportId" = $1 order by 1`, [reportId]));
  return JSON.stringify(all);
}

describe("to those who may not see the report, or may not take the step, there is none", () => {
  test.each(ofMembers)("%s by the reporter", async (kind) => {
    const before = await rows(stage.reporter.reportId);
    expect(await stage.take(stage.reporter, exampleOf(kind))).toEqual({
      ok: false,
      problem: { code: "NOT_FOUND", facts: {} },
    });
    expect(await rows(stage.reporter.reportId)).toBe(before);
  });

  test.each(stepKinds)(
    "%s by another reporter, a newcomer, or about a report that is not there: one and the same",
    async (kind) => {
      const missing = crypto.randomUUID() as ReportId;
      const askers: readonly (ReporterActor | SignedInActor)[] = [otherReporter, newcomer];
      const before = await rows(stage.reporter.reportId);
      for (const who of askers) {
        const answers = [
          await stage.take(who, exampleOf(kind)),
          await takeStep(who, missing, exampleOf(kind), reportCameAt),
        ];
        expect(answers.map((answer) => JSON.stringify(answer))).toEqual(
          answers.map(() => '{"ok":false,"problem":{"code":"NOT_FOUND","facts":{}}}'),
        );
      }
      expect(await rows(stage.reporter.reportId)).toBe(before);
    },
  );
});

const ofIssue = stepKinds.filter((kind) => "revision" in exampleOf(kind));

describe("who looked at an issue before somebody changed it is told so, and changes nothing", () => {
  test.each(ofIssue)("%s: ISSUE_CHANGED", async (kind) => {
    await stage.take(stage.house.ada.actor, exampleOf("set-cve"));
    const before = await rows(stage.reporter.reportId);
    const outcome = await stage.take(stage.house.dora.actor, exampleOf(kind));
    expect(outcome).toEqual({ ok: false, problem: { code: "ISSUE_CHANGED", facts: {} } });
    expect(await rows(stage.reporter.reportId)).toBe(before);
  });

  test.each(ofIssue)("%s of an issue that is not there: NOT_FOUND", async (kind) => {
    const outcome = await stage.take(stage.house.dora.actor, exampleOf(kind, { issue: 9 }));
    expect(outcome).toMatchObject({ problem: { code: "NOT_FOUND" } });
  });
});

describe("a step is written whole or not at all", () => {
  test("with its event, its notices, what is owed and the wake-ups for it", async () => {
    await stage.take(stage.house.dora.actor, exampleOf("propose"));
    expect((await stage.events()).at(-1)).toBe("embargo-proposed");
    expect(await stage.lastNews(stage.reporter)).toBe("embargo-proposed");
    expect((await stage.debt("ANSWER_PROPOSAL/1/2"))?.closing).toBeNull();
    const key = `remind ${addHours(reportCameAt, 2 + 48 - 24).toISOString()}`;
    expect(await askAsSuperuser("select from graphile_worker.jobs where key = $1", [key])).toHaveLength(1);
  });

  test.each(["Event", "Notice", "Obligation"])(
    "and nothing of it is left where PostgreSQL takes no row of %s",
    async (table) => {
      const before = await rows(stage.reporter.reportId);
      await askAsSuperuser(`create function lost() returns trigger language plpgsql as $$ begin raise 'lost'; end $$`);
      await askAsSuperuser(`create trigger lost before insert on "${table}" for each row execute function lost()`);
      await expect(stage.take(stage.house.dora.actor, exampleOf("propose"))).rejects.toThrow(/lost/);
      await askAsSuperuser("drop function lost cascade");
      expect(await rows(stage.reporter.reportId)).toBe(before);
    },
  );
});

test("steps of several people and passes of reminders at once leave what is owed as it follows from them", async () => {
  const { dora, ada, uma, flora, system } = stage.house;
  const at = addHours(reportCameAt, 47);
  const { reportId } = stage.reporter;
  const outcomes = await Promise.all([
    takeStep(dora.actor, reportId, exampleOf("record-posting"), at),
    takeStep(ada.actor, reportId, exampleOf("triage"), at),
    takeStep(uma.actor, reportId, exampleOf("record-leak"), at),
    takeStep(flora.actor, reportId, exampleOf("set-status"), at),
    remind(system, at),
    remind(system, at),
  ]);
  for (const outcome of outcomes.slice(0, 4)) expect(outcome).toMatchObject({ ok: true });
  expect((await stage.debt("POST_ISSUE/1"))?.closing).not.toBeNull();
  expect((await stage.debt("TELL_LEAK/1"))?.closing).toBeNull();
});
