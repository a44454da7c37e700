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
