import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { addDays } from "#lib/base/instant.ts";
import { exampleOf, reportCameAt, stepKinds, stepStage, type StepStage } from "./fixtures/step-stage.ts";

let handIn: Awaited<ReturnType<typeof stepStage>>;
let stage: StepStage;

beforeAll(async () => {
  await freshDatabase();
  handIn = await stepStage();
});

beforeEach(async () => {
  stage = await handIn();
  expect(await stage.take(stage.house.dora.actor, exampleOf("split"))).toMatchObject({ ok: true });
});

describe("an issue is split out (A6)", () => {
  test("with the date that holds for the other, and debts of its own", async () => {
    expect((await stage.issue(2)).issue).toMatchObject({
      embargoState: "active",
      disclosureAt: addDays(reportCameAt, 5),
      splitFromNumber: 1,
    });
    expect(await stage.debt("POST_ISSUE/2")).toMatchObject({ dueAt: addDays(reportCameAt, 5), closing: null });
    expect(await stage.lastNews(stage.reporter)).toBe("issue-split");
  });

  test("with the vendor's knowing of it, where they were told of the other, and with no other fact of the case", async () => {
    await stage.take(stage.reporter, exampleOf("record-fact", { revision: 1 }));
    await stage.take(stage.reporter, exampleOf("record-fact", { revision: 2, fact: "fix-ready" }));
    await stage.take(stage.house.dora.actor, exampleOf("split", { revision: 3 }));
    expect([...(await stage.issue(2)).caseState]).toEqual([]);
    const { caseRecords } = await stage.issue(1);
    const known = caseRecords[0];
    expect((await stage.issue(3)).caseRecords).toMatchObject([
      { fact: "vendor-aware", occurredAt: known?.occurredAt, evidence: known?.evidence, by: { party: "list" } },
    ]);
  });

  test("and goes public sooner than the rest", async () => {
    await stage.take(stage.reporter, exampleOf("record-posting", { issue: 2 }));
    expect((await stage.issue(2)).issue.embargoState).toBe("exited");
    expect((await stage.issue(1)).issue.embargoState).toBe("active");
    expect((await stage.debt("POST_ISSUE/1"))?.closing).toBeNull();
  });

  test("under a number that somebody else has taken meanwhile: ISSUE_CHANGED", async () => {
    const refusal = await stage.take(stage.house.dora.actor, exampleOf("split", { revision: 1, number: 2 }));
    expect(refusal).toMatchObject({ problem: { code: "ISSUE_CHANGED" } });
  });

  test("of one that is over, without a date", async () => {
    await stage.take(stage.reporter, exampleOf("record-posting", { issue: 2 }));
    expect(await stage.take(stage.house.dora.actor, exampleOf("split", { issue: 2, revision: 1 }))).toMatchObject({
      ok: true,
    });
    expect((await stage.issue(3)).issue).toMatchObject({ embargoState: "none", disclosureAt: null });
  });
});

describe("issues are merged", () => {
  const intoFirst = (more: object = {}) => exampleOf("merge", { issue: 2, into: 1, ...more });

  test.each([
    { what: "into themselves", more: { into: 2 }, code: "NOT_FOUND" },
    { what: "into one that is not there", more: { into: 7 }, code: "NOT_FOUND" },
  ])("$what: $code", async ({ more, code }) => {
    expect(await stage.take(stage.house.dora.actor, intoFirst(more))).toMatchObject({ problem: { code } });
  });

  test("and what was owed for the one is owed for the other alone", async () => {
    expect(await stage.take(stage.house.dora.actor, intoFirst(), 3)).toMatchObject({ ok: true });
    expect((await stage.issue(2)).issue).toMatchObject({ embargoState: "exited", mergedIntoNumber: 1 });
    expect((await stage.debt("POST_ISSUE/2"))?.closing).not.toBeNull();
    expect((await stage.debt("POST_ISSUE/1"))?.closing).toBeNull();
    expect(await stage.lastNews(stage.reporter)).toBe("issues-merged");
  });

  const ofIssue = stepKinds.filter((kind) => "revision" in exampleOf(kind) && kind !== "answer");

  test.each(ofIssue)("and nobody takes a step about what is part of another: %s gives ISSUE_MERGED", async (kind) => {
    await stage.take(stage.house.dora.actor, intoFirst());
    const { revision } = (await stage.issue(2)).issue;
    const step = exampleOf(kind, { issue: 2, revision, ...(kind === "merge" ? { into: 1 } : {}) });
    expect(await stage.take(stage.house.dora.actor, step)).toMatchObject({
      problem: { code: "ISSUE_MERGED", clause: "A6" },
    });
  });

  test("nor is anything merged into it: ISSUE_MERGED", async () => {
    await stage.take(stage.house.dora.actor, intoFirst());
    const { revision } = (await stage.issue(1)).issue;
    const refusal = await stage.take(stage.house.dora.actor, exampleOf("merge", { revision, into: 2 }));
    expect(refusal).toMatchObject({ problem: { code: "ISSUE_MERGED", clause: "A6" } });
  });
});

describe("a discussion is moved (A5)", () => {
  test.each(["distros", "elsewhere"])(
    "to %s, which is not the list of Linux alone: LIST_NOT_NARROWER",
    async (list) => {
      const refusal = await stage.take(stage.house.dora.actor, exampleOf("move", { list }));
      expect(refusal).toMatchObject({ problem: { code: "LIST_NOT_NARROWER", clause: "A5", field: "list" } });
    },
  );

  test("by a member of both lists, once; what is owed moves along", async () => {
    expect(await stage.take(stage.house.flora.actor, exampleOf("move"))).toMatchObject({
      problem: { code: "NOT_FOUND" },
    });
    const { listId } = (await stage.debt("ACKNOWLEDGE")) ?? {};
    expect(await stage.take(stage.house.dora.actor, exampleOf("move"))).toMatchObject({ ok: true });
    expect((await stage.debt("ACKNOWLEDGE"))?.listId).not.toBe(listId);
    expect(await stage.take(stage.house.dora.actor, exampleOf("move"))).toMatchObject({
      problem: { code: "LIST_NOT_NARROWER" },
    });
  });
});
