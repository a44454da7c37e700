import { afterEach, beforeAll, beforeEach, expect, describe, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { askAsSuperuser } from "#e2e/support/whole-database.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";
import { distros2026 } from "#lib/policy/policies/distros-2026.ts";
import { linuxKernel } from "#lib/policy/policies/linux-kernel.ts";
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

describe("an issue is withdrawn", () => {
  test("its embargo is over, and publication is owed from then on", async () => {
    expect(await stage.take(stage.reporter, exampleOf("withdraw"))).toMatchObject({ ok: true });
    expect((await stage.issue()).issue).toMatchObject({
      embargoState: "exited",
      withdrawnAt: addHours(reportCameAt, 2),
    });
    expect(await stage.debt("POST_ISSUE/1")).toMatchObject({ dueAt: addHours(reportCameAt, 2), closing: null });
    expect(await stage.lastNews(stage.house.dora.actor)).toBe("issue-withdrawn");
  });

  test("twice: ISSUE_WITHDRAWN", async () => {
    await stage.take(stage.reporter, exampleOf("withdraw"));
    const refusal = await stage.take(stage.house.dora.actor, exampleOf("withdraw", { revision: 1 }));
    expect(refusal).toMatchObject({ problem: { code: "ISSUE_WITHDRAWN" } });
  });
});

describe("an exploit is shared", () => {
  test("by the reporter: it is to be posted at most seven days after the issue", async () => {
    await stage.take(stage.reporter, exampleOf("share-exploit"));
    expect(await stage.debt("POST_EXPLOIT/1")).toMatchObject({ dueAt: addDays(reportCameAt, 12), clause: "R14" });
  });

  test("by somebody else: it is owed as well, and the list sees to it (A12)", async () => {
    await stage.take(stage.house.dora.actor, exampleOf("share-exploit", { by: "other" }));
    const debt = await stage.debt("POST_EXPLOIT/1");
    expect(debt).toMatchObject({ dueAt: addDays(reportCameAt, 12), owner: "list", clause: "A12", closing: null });
  });

  test("in the future: INSTANT_IN_FUTURE", async () => {
    const sharedAt = addHours(reportCameAt, 3);
    const refusal = await stage.take(stage.reporter, exampleOf("share-exploit", { sharedAt }));
    expect(refusal).toMatchObject({ problem: { code: "INSTANT_IN_FUTURE", field: "sharedAt" } });
  });

  test("and is not laid on somebody else by the reporter: EXPLOIT_FROM_REPORTER", async () => {
    await stage.take(stage.reporter, exampleOf("share-exploit"));
    const other = exampleOf("share-exploit", { revision: 1, by: "other" });
    expect(await stage.take(stage.reporter, other)).toMatchObject({
      problem: { code: "EXPLOIT_FROM_REPORTER", clause: "R14" },
    });
    expect((await stage.debt("POST_EXPLOIT/1"))?.closing).toBeNull();
    expect(await stage.take(stage.house.dora.actor, other), "a member corrects a mistake").toMatchObject({ ok: true });
    expect(await stage.debt("POST_EXPLOIT/1"), "then the list sees to it").toMatchObject({
      owner: "list",
      clause: "A12",
      closing: null,
    });
  });
});

describe("that an exploit was shared is taken back", () => {
  test("by a member: none is to be posted, and the reporter is told", async () => {
    await stage.take(stage.reporter, exampleOf("share-exploit"));
    expect(await stage.take(stage.house.dora.actor, exampleOf("take-back-exploit", { revision: 1 }))).toMatchObject({
      ok: true,
    });
    expect((await stage.issue()).issue).toMatchObject({ exploitSharedAt: null, exploitSharedBy: null });
    expect((await stage.debt("POST_EXPLOIT/1"))?.closing?.evidence.text).toBe("moot");
    expect(await stage.lastNews(stage.reporter)).toBe("exploit-taken-back");
  });

  test("where none was: NOT_FOUND", async () => {
    const refusal = await stage.take(stage.house.dora.actor, exampleOf("take-back-exploit"));
    expect(refusal).toMatchObject({ problem: { code: "NOT_FOUND" } });
  });
});

describe("a CVE id", () => {
  test.each([
    { state: "assigned", cveId: null },
    { state: "wanted", cveId: "CVE-2026-12345" },
  ] as const)("is wanted with $state and $cveId: CVE_ID_MISSING", async ({ state, cveId }) => {
    const refusal = await stage.take(stage.house.dora.actor, exampleOf("set-cve", { state, cveId }));
    expect(refusal).toMatchObject({ problem: { code: "CVE_ID_MISSING", clause: "A7", field: "cveId" } });
  });

  test("is assigned, and both sides are told", async () => {
    expect(await stage.take(stage.house.dora.actor, exampleOf("set-cve"))).toMatchObject({ ok: true });
    expect((await stage.issue()).issue).toMatchObject({ cveState: "assigned", cveId: "CVE-2026-12345" });
    expect(await stage.lastNews(stage.reporter)).toBe("cve-changed");
  });
});

test("an extension is agreed where the policy knows one, and nowhere else: EXTENSION_UNKNOWN", async () => {
  const refusal = await stage.take(stage.house.dora.actor, exampleOf("agree-extension"));
  expect(refusal).toMatchObject({ problem: { code: "EXTENSION_UNKNOWN", clause: "R11" } });
});

describe("a list with a policy of its own", () => {
  const follow = (version: string) =>
    askAsSuperuser(`update "List" set "policyVersion" = $1 where "name" = 'distros'`, [version]);

  afterEach(() => follow(distros2017.version));

  test("that knows an extension grants it, and a date beyond the ordinary maximum may be proposed then", async () => {
    await follow(linuxKernel.version); // 7 days from the fix, 14 where that is agreed
    stage = await handIn();
    const { dora } = stage.house;
    const occurredAt = addHours(reportCameAt, 1);
    for (const [revision, fact] of (["vendor-aware", "fix-ready"] as const).entries())
      await stage.take(dora.actor, exampleOf("record-fact", { revision, fact, occurredAt }));
    const late = (revision: number) =>
      exampleOf("propose", { revision, disclosureAt: addDays(occurredAt, 14), answerUntil: null });
    expect(await stage.take(dora.actor, late(2))).toMatchObject({ problem: { code: "EMBARGO_TOO_LONG" } });
    expect(await stage.take(dora.actor, exampleOf("agree-extension", { revision: 2 }), 3)).toMatchObject({ ok: true });
    expect(await stage.lastNews(stage.reporter)).toBe("extension-agreed");
    const later = exampleOf("propose", { revision: 3, disclosureAt: addDays(occurredAt, 15) });
    expect(await stage.take(dora.actor, later, 4)).toMatchObject({ problem: { code: "EMBARGO_TOO_LONG" } });
    expect(await stage.take(dora.actor, late(3), 4)).toMatchObject({ ok: true });
    const accepted = exampleOf("answer", { revision: 4, proposal: 2 });
    expect(await stage.take(stage.reporter, accepted, 5)).toMatchObject({ ok: true });
    expect((await stage.issue()).issue.disclosureAt).toEqual(addDays(occurredAt, 14));
  });

  test("that covers them wants an exploit posted that somebody else shared", async () => {
    await follow(distros2026.version);
    stage = await handIn();
    await stage.take(stage.house.dora.actor, exampleOf("share-exploit", { by: "other" }));
    expect(await stage.debt("POST_EXPLOIT/1")).toMatchObject({ dueAt: addDays(reportCameAt, 12), closing: null });
  });
});
