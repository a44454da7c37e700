import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { exampleOf, reportCameAt, stepStage, type StepStage } from "./fixtures/step-stage.ts";

let handIn: Awaited<ReturnType<typeof stepStage>>;
let stage: StepStage;

beforeAll(async () => {
  await freshDatabase();
  handIn = await stepStage();
});

beforeEach(async () => {
  stage = await handIn();
});

const inDays = (days: number) => addDays(reportCameAt, days);

describe("a date is proposed", () => {
  test.each([
    { what: "that is past", disclosureAt: reportCameAt, code: "DATE_IN_PAST", clause: "R11" },
    {
      what: "a second beyond the maximum",
      disclosureAt: addHours(inDays(14), 1 / 3_600),
      code: "EMBARGO_TOO_LONG",
      clause: "R11",
    },
    { what: "that is agreed already", disclosureAt: inDays(5), code: "PROPOSAL_UNCHANGED", clause: "R7" },
  ])("$what: $code", async ({ disclosureAt, code, clause }) => {
    const refusal = await stage.take(stage.house.dora.actor, exampleOf("propose", { disclosureAt }));
    expect(refusal).toMatchObject({ ok: false, problem: { code } });
    if (!refusal.ok && refusal.problem.clause !== undefined && code !== "DATE_IN_PAST")
      expect(refusal.problem.clause).toBe(clause);
    expect((await stage.issue()).issue.revision).toBe(0);
  });

  test("beyond the maximum, and the latest allowed is offered", async () => {
    const refusal = await stage.take(stage.reporter, exampleOf("propose", { disclosureAt: inDays(90) }));
    expect(refusal).toMatchObject({ problem: { clause: "R11", facts: { latestAt: inDays(14).toISOString() } } });
  });

  test("until an instant at which its silence is late, and never a yes", async () => {
    const answerUntil = addHours(reportCameAt, 10);
    await stage.take(stage.house.dora.actor, exampleOf("propose", { answerUntil }));
    expect(await stage.debt("ANSWER_PROPOSAL/1/2")).toMatchObject({
      owner: "reporter",
      dueAt: answerUntil,
      closing: null,
    });
    expect(await stage.take(stage.house.dora.actor, exampleOf("set-status"), 40)).toMatchObject({ ok: true });
    expect((await stage.issue()).issue).toMatchObject({ embargoState: "revise", disclosureAt: inDays(5) });
  });

  test.each([
    { what: "that is past", answerUntil: addHours(reportCameAt, 2) },
    { what: "when the agreed date has ended the embargo", answerUntil: addDays(reportCameAt, 6) },
  ])("with an answer wanted at a time $what: ANSWER_TIME_UNFIT", async ({ answerUntil }) => {
    const refusal = await stage.take(stage.house.dora.actor, exampleOf("propose", { answerUntil }));
    expect(refusal).toMatchObject({ problem: { code: "ANSWER_TIME_UNFIT", clause: "A2", field: "answerUntil" } });
    expect((await stage.issue()).issue.revision).toBe(0);
  });

  test("and everybody else is told", async () => {
    await stage.take(stage.house.dora.actor, exampleOf("propose"));
    expect((await stage.events()).at(-1)).toBe("embargo-proposed");
    expect(await stage.lastNews(stage.reporter)).toBe("embargo-proposed");
    expect(await stage.lastNews(stage.house.ada.actor)).toBe("embargo-proposed");
    expect(await stage.lastNews(stage.house.dora.actor)).not.toBe("embargo-proposed");
  });
});

describe("a proposal is answered", () => {
  beforeEach(async () => {
    expect(await stage.take(stage.house.dora.actor, exampleOf("propose"))).toMatchObject({ ok: true });
  });

  const answer = (more: object) => exampleOf("answer", { revision: 1, proposal: 2, ...more });

  test("by its own side, which may only take it back: OWN_PROPOSAL", async () => {
    expect(await stage.take(stage.house.ada.actor, answer({}))).toMatchObject({
      problem: { code: "OWN_PROPOSAL", clause: "M1" },
    });
    expect(await stage.take(stage.house.ada.actor, answer({ answer: "reject" }))).toMatchObject({ ok: true });
    expect((await stage.issue()).issue).toMatchObject({ embargoState: "active", disclosureAt: inDays(5) });
  });

  test("where there is none of its number: PROPOSAL_CLOSED", async () => {
    const refusal = await stage.take(stage.reporter, answer({ proposal: 7 }));
    expect(refusal).toMatchObject({ problem: { code: "PROPOSAL_CLOSED", clause: "R7" } });
  });

  test("after a shorter one that is still open: SHORTER_FIRST", async () => {
    await stage.take(stage.reporter, exampleOf("propose", { revision: 1, disclosureAt: inDays(3) }));
    const refusal = await stage.take(stage.reporter, answer({ revision: 2 }));
    expect(refusal).toMatchObject({ problem: { code: "SHORTER_FIRST" } });
    expect(await stage.take(stage.house.ada.actor, answer({ revision: 2, proposal: 3 }))).toMatchObject({ ok: true });
    expect((await stage.issue()).issue).toMatchObject({ embargoState: "active", disclosureAt: inDays(3) });
    expect((await stage.debt("ANSWER_PROPOSAL/1/2"))?.closing?.evidence).toEqual({ kind: "record", text: "accept" });
  });

  test("when its time has come meanwhile: nothing is left to agree on", async () => {
    const refusal = await stage.take(stage.reporter, answer({}), 24 * 6);
    expect(refusal).toMatchObject({ problem: { code: "PROPOSAL_CLOSED" } });
  });
});

test("a report without a date has none agreed until both sides have named one", async () => {
  stage = await handIn({ proposedDisclosureAt: null });
  expect((await stage.issue()).issue).toMatchObject({ embargoState: "none", disclosureAt: null });
  expect(await stage.debt("SUPPLY_DATE/1")).toMatchObject({ owner: "reporter", closing: null, clause: "R7" });
  await stage.take(stage.house.dora.actor, exampleOf("propose"));
  expect((await stage.issue()).issue.embargoState).toBe("proposed");
  await stage.take(stage.reporter, exampleOf("answer", { revision: 1 }));
  expect((await stage.issue()).issue).toMatchObject({ embargoState: "active", disclosureAt: inDays(8) });
  expect((await stage.debt("SUPPLY_DATE/1"))?.closing).not.toBeNull();
});

test("a date beyond the maximum that came with a report is accepted by nobody", async () => {
  stage = await handIn({ proposedDisclosureAt: inDays(90) });
  expect((await stage.issue()).issue.embargoState).toBe("proposed");
  const refusal = await stage.take(stage.house.dora.actor, exampleOf("answer"));
  expect(refusal).toMatchObject({ problem: { code: "EMBARGO_TOO_LONG", clause: "R11" } });
});
