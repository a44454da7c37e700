import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import type { ObligationId } from "#lib/base/id.ts";
import { addHours } from "#lib/base/instant.ts";
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

async function idOf(key: string): Promise<ObligationId> {
  const debt = await stage.debt(key);
  if (debt === undefined) throw new Error(`nothing owed as ${key}`);
  return debt.id;
}

const word = { kind: "word", text: "By telephone" } as const;

describe("what is owed is closed", () => {
  test("by a member's word, which is kept with it", async () => {
    const obligationId = await idOf("ACKNOWLEDGE");
    expect(
      await stage.take(stage.house.dora.actor, exampleOf("close", { obligationId, evidence: word })),
    ).toMatchObject({ ok: true });
    expect((await stage.debt("ACKNOWLEDGE"))?.closing).toEqual({ at: addHours(reportCameAt, 2), evidence: word });
    expect(await stage.lastNews(stage.reporter)).toBe("obligation-closed");
    const again = exampleOf("close", { obligationId, evidence: word });
    expect(await stage.take(stage.house.ada.actor, again)).toMatchObject({
      problem: { code: "OBLIGATION_CLOSED", clause: "R8" },
    });
  });

  test("by a reporter where they owe it themselves, and not what the list owes: NOT_FOUND", async () => {
    const byReporter = async (key: string) =>
      stage.take(stage.reporter, exampleOf("close", { obligationId: await idOf(key), evidence: word }));
    expect(await byReporter("ACKNOWLEDGE")).toMatchObject({ problem: { code: "NOT_FOUND" } });
    expect(await byReporter("DISCLOSE/1")).toMatchObject({ ok: true });
  });

  test("where a posting is wanted, by a posting alone: POSTING_WANTED", async () => {
    const obligationId = await idOf("POST_ISSUE/1");
    for (const evidence of [word, { kind: "link", text: "https://example.org/1" } as const]) {
      const refusal = await stage.take(stage.house.dora.actor, exampleOf("close", { obligationId, evidence }));
      expect(refusal).toMatchObject({ problem: { code: "POSTING_WANTED", clause: "R13", field: "evidence" } });
    }
  });

  test("where an answer is wanted, by that alone: EVIDENCE_UNFIT", async () => {
    await stage.take(stage.reporter, exampleOf("propose"));
    const obligationId = await idOf("ANSWER_PROPOSAL/1/2");
    const refusal = await stage.take(stage.house.dora.actor, exampleOf("close", { obligationId, evidence: word }));
    expect(refusal).toMatchObject({ problem: { code: "EVIDENCE_UNFIT", clause: "A2", field: "evidence" } });
  });

  test("of another report: NOT_FOUND, also where both are seen", async () => {
    const obligationId = await idOf("ACKNOWLEDGE");
    stage = await handIn();
    const refusal = await stage.take(stage.house.dora.actor, exampleOf("close", { obligationId, evidence: word }));
    expect(refusal).toMatchObject({ problem: { code: "NOT_FOUND" } });
  });

  test("after a leak, all three of what M4 asks", async () => {
    await stage.take(stage.house.dora.actor, exampleOf("record-leak"));
    for (const key of ["TELL_LEAK/1", "INVESTIGATE_LEAK/1", "REPORT_LEAK/1"]) {
      expect(await stage.debt(key)).toMatchObject({ clause: "M4", closing: null });
      const step = exampleOf("close", { obligationId: await idOf(key), evidence: word });
      expect(await stage.take(stage.house.ada.actor, step, 3)).toMatchObject({ ok: true });
      expect((await stage.debt(key))?.closing?.evidence).toEqual(word);
    }
  });
});

describe("what was closed is opened again", () => {
  test("where somebody's word closed it; that stays on record", async () => {
    const obligationId = await idOf("ACKNOWLEDGE");
    await stage.take(stage.house.dora.actor, exampleOf("close", { obligationId, evidence: word }));
    expect(await stage.take(stage.house.ada.actor, exampleOf("reopen", { obligationId }), 3)).toMatchObject({
      ok: true,
    });
    expect((await stage.debt("ACKNOWLEDGE"))?.closing).toBeNull();
    expect(await stage.events()).toEqual(expect.arrayContaining(["obligation-closed", "obligation-reopened"]));
  });

  test("and nowhere else: OBLIGATION_NOT_REOPENABLE", async () => {
    const obligationId = await idOf("ACKNOWLEDGE");
    const refusal = await stage.take(stage.house.ada.actor, exampleOf("reopen", { obligationId }));
    expect(refusal).toMatchObject({ problem: { code: "OBLIGATION_NOT_REOPENABLE", clause: "R8" } });
  });

  test("of another report: NOT_FOUND", async () => {
    const obligationId = await idOf("ACKNOWLEDGE");
    stage = await handIn();
    const refusal = await stage.take(stage.house.ada.actor, exampleOf("reopen", { obligationId }));
    expect(refusal).toMatchObject({ problem: { code: "NOT_FOUND" } });
  });
});
