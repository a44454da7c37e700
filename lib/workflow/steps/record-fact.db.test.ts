import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
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

async function facts(): Promise<readonly string[]> {
  return (await stage.issue()).caseRecords.map(({ fact }) => fact);
}

describe("a fact is recorded", () => {
  test.each([
    { fact: "public", recorded: ["public", "vendor-aware"], cause: "public" },
    { fact: "exploit-public", recorded: ["exploit-public", "public", "vendor-aware"], cause: "exploit-public" },
    { fact: "attacks-seen", recorded: ["attacks-seen"], cause: "attacks-seen" },
  ] as const)(
    "$fact, with what follows from it, and the embargo is over at once",
    async ({ fact, recorded, cause }) => {
      expect(await stage.take(stage.house.dora.actor, exampleOf("record-fact", { fact }))).toMatchObject({ ok: true });
      expect(await facts()).toEqual(recorded);
      const { issue, records } = await stage.issue();
      expect(issue.embargoState).toBe("exited");
      expect(records.at(-1)).toMatchObject({ step: "terminate", evidence: "They have answered" });
      expect(["public", "exploit-public", "attacks-seen"]).toContain(cause);
      expect(await stage.debt("POST_ISSUE/1")).toMatchObject({ closing: null, dueAt: addHours(reportCameAt, 2) });
      expect(await stage.lastNews(stage.reporter)).toBe("case-fact-recorded");
    },
  );

  test.each(["vendor-aware"] as const)("%s, and the embargo stands", async (fact) => {
    await stage.take(stage.reporter, exampleOf("record-fact", { fact }));
    expect((await stage.issue()).issue).toMatchObject({ embargoState: "active", revision: 1 });
  });

  test("twice, or before what must come first: CASE_HISTORY_IMPOSSIBLE", async () => {
    const impossible = { problem: { code: "CASE_HISTORY_IMPOSSIBLE", clause: "A3" } };
    expect(await stage.take(stage.reporter, exampleOf("record-fact", { fact: "fix-deployed" }))).toMatchObject(
      impossible,
    );
    await stage.take(stage.reporter, exampleOf("record-fact"));
    expect(await stage.take(stage.reporter, exampleOf("record-fact", { revision: 1 }))).toMatchObject(impossible);
    expect(await facts()).toEqual(["vendor-aware"]);
  });

  test("before it has happened: INSTANT_IN_FUTURE", async () => {
    const occurredAt = addHours(reportCameAt, 3);
    const refusal = await stage.take(stage.reporter, exampleOf("record-fact", { occurredAt }));
    expect(refusal).toMatchObject({ problem: { code: "INSTANT_IN_FUTURE", field: "occurredAt" } });
    expect(await stage.take(stage.reporter, exampleOf("record-fact", { occurredAt }), 3)).toMatchObject({ ok: true });
  });

  test("that leaves nothing to protect: no date is agreed after it", async () => {
    stage = await handIn({ proposedDisclosureAt: null });
    await stage.take(stage.house.dora.actor, exampleOf("record-fact", { fact: "attacks-seen" }));
    const refusal = await stage.take(stage.reporter, exampleOf("propose", { revision: 1 }));
    expect(refusal).toMatchObject({ ok: false });
    if (!refusal.ok) expect(["EMBARGO_STEP_IMPOSSIBLE", "EMBARGO_NOT_VIABLE"]).toContain(refusal.problem.code);
  });
});

describe("that the vendor knows is on record", () => {
  const allTold = { kind: "triage", given: { question: "others-told", answer: "all-told" } } as const;
  const known = async (issue = 1) =>
    (await stage.issue(issue)).caseRecords.filter(({ fact }) => fact === "vendor-aware");

  test("from the start, by the reporter's word, where the report says that upstream was told (R12)", async () => {
    expect(await known()).toEqual([]);
    stage = await handIn({ toldOthers: ["upstream"] });
    expect(await known()).toMatchObject([{ occurredAt: reportCameAt, by: { party: "reporter" } }]);
    const fix = exampleOf("record-fact", { fact: "fix-ready" });
    expect(await stage.take(stage.house.dora.actor, fix)).toMatchObject({ ok: true });
  });

  test("not where it says that nobody was", async () => {
    stage = await handIn({ toldOthers: [] });
    expect(await known()).toEqual([]);
  });

  test("of every issue once a member finds that all were told who should know (A4), and both sides hear of it", async () => {
    await stage.take(stage.house.dora.actor, exampleOf("split"));
    expect(await stage.take(stage.house.dora.actor, allTold, 3)).toMatchObject({ ok: true });
    for (const issue of [1, 2]) expect(await known(issue)).toMatchObject([{ by: { party: "list" } }]);
    expect(await stage.lastNews(stage.reporter)).toBe("case-fact-recorded");
    expect(await stage.take(stage.house.ada.actor, allTold, 4), "said again").toMatchObject({ ok: true });
    expect(await known()).toHaveLength(1);
  });

  test.each(["nobody-else", "asked-reporter"] as const)("not where a member answers %s", async (answer) => {
    await stage.take(stage.house.dora.actor, { kind: "triage", given: { question: "others-told", answer } });
    expect(await known()).toEqual([]);
  });
});
