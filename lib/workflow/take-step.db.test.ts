import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import type { ReporterActor, SignedInActor } from "#lib/access/actor.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { listNotices } from "#lib/data/notices.ts";
import { listObligations } from "#lib/data/obligations.ts";
import type { Step } from "#lib/schema/step.ts";
import { acceptReport } from "./accept-report.ts";
import { loadCase } from "./load-case.ts";
import { remind } from "./remind.ts";
import { takeStep } from "./take-step.ts";

const at = addDays(houseFurnishedAt, 1);
let house: SmallHouse;
let report: SmallReport;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
});

beforeEach(async () => {
  report = await smallReport(house, { at });
  const accepted = await acceptReport(report.actor, report.upload, at);
  if (!accepted.ok) throw new Error(accepted.problem.problem.code);
});

type Who = ReporterActor | SignedInActor;

const take = (who: Who, step: Step, hours: number) => takeStep(who, report.actor.reportId, step, addHours(at, hours));

async function issue(number = 1) {
  const { issues } = expectOk(await loadCase(house.ada.actor, report.actor.reportId));
  const found = issues.find((each) => each.issue.number === number)?.issue;
  if (found === undefined) throw new Error("no such issue");
  return found;
}

async function openDebts(): Promise<readonly string[]> {
  const all = await listObligations(house.ada.actor, report.actor.reportId);
  return all.filter(({ closing }) => closing === null).map(({ key }) => key);
}

const proposal = (days: number, revision: number): Step => ({
  kind: "propose",
  issue: 1,
  revision,
  disclosureAt: addDays(at, days),
  reason: "fix-needs-time",
  answerUntil: null,
});

describe("a date", () => {
  test("that a member proposes and the reporter accepts is agreed", async () => {
    expect(await take(house.dora.actor, proposal(8, 0), 2)).toEqual({ ok: true, value: null });
    expect(await issue()).toMatchObject({ embargoState: "revise", disclosureAt: addDays(at, 5), revision: 1 });
    expect(await openDebts()).toContain("ANSWER_PROPOSAL/1/2");

    const answer = { kind: "answer", issue: 1, revision: 1, proposal: 2, answer: "accept" } as const;
    expect(await take(house.uma.actor, answer, 3)).toMatchObject({ ok: false, problem: { code: "OWN_PROPOSAL" } });
    expect(await take(report.actor, answer, 3)).toMatchObject({ ok: true });
    expect(await issue()).toMatchObject({ embargoState: "active", disclosureAt: addDays(at, 8) });
    expect(await openDebts()).not.toContain("ANSWER_PROPOSAL/1/2");
  });

  test.each([
    { days: 14, code: undefined },
    { days: 14 + 1 / 86_400, code: "EMBARGO_TOO_LONG" },
  ])("of $days days from receipt gives $code, whoever proposes it", async ({ days, code }) => {
    for (const who of [report.actor, house.flora.actor]) {
      const outcome = await take(who, proposal(days, (await issue()).revision), 1);
      if (code !== undefined) expect(outcome).toMatchObject({ problem: { code, clause: "R11" } });
      else if (who === report.actor) expect(outcome.ok).toBe(true);
    }
  });

  test("of two people at once one proposes, and the other is told", async () => {
    const both = await Promise.all([
      take(house.dora.actor, proposal(6, 0), 2),
      take(house.uma.actor, proposal(7, 0), 2),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: "ISSUE_CHANGED" } });
  });
});

describe("what ends an embargo", () => {
  test("a public posting ends it, and closes what was owed with it", async () => {
    const posting: Step = {
      kind: "record-posting",
      issue: 1,
      revision: 0,
      posting: "mandatory",
      reference: "https://www.openwall.com/lists/oss-security/2026/11/04/1",
      postedAt: addHours(at, 20),
      carriesDetails: true,
      includesExploit: false,
      announcesExploitAt: null,
    };
    expect(await take(report.actor, posting, 21)).toMatchObject({ ok: true });
    expect(await issue()).toMatchObject({ embargoState: "exited" });
    expect(await openDebts()).toEqual([]);
    const [latest] = await listNotices(house.dora.actor, { before: null, take: 1 });
    expect(latest).toMatchObject({ news: "posting-recorded", reportId: report.actor.reportId });
  });

  test("attacks that somebody has seen end it at once, and publication is owed from then on", async () => {
    const fact: Step = {
      kind: "record-fact",
      issue: 1,
      revision: 0,
      fact: "attacks-seen",
      occurredAt: addHours(at, 3),
      evidence: "Seen in the logs of two sites",
    };
    expect(await take(house.dora.actor, fact, 4)).toMatchObject({ ok: true });
    expect(await issue()).toMatchObject({ embargoState: "exited" });
    const all = await listObligations(house.ada.actor, report.actor.reportId);
    expect(all.find(({ key }) => key === "POST_ISSUE/1")).toMatchObject({ dueAt: addHours(at, 4), closing: null });
    expect(await take(house.dora.actor, proposal(6, 1), 5)).toMatchObject({
      problem: { code: "EMBARGO_STEP_IMPOSSIBLE" },
    });
  });

  test("its date ends it, whether or not anybody says so", async () => {
    await remind(house.system, addDays(at, 5));
    expect(await issue()).toMatchObject({ embargoState: "exited" });
  });
});

describe("issues of one report", () => {
  test("are split, and merged again with the earlier of their dates", async () => {
    expect(await take(house.dora.actor, { kind: "split", issue: 1, revision: 0 }, 2)).toMatchObject({ ok: true });
    expect(await issue(2)).toMatchObject({ embargoState: "active", disclosureAt: addDays(at, 5), splitFromNumber: 1 });
    const sooner: Step = { ...(proposal(3, 0) as Extract<Step, { kind: "propose" }>), issue: 2 };
    expect(await take(house.dora.actor, sooner, 3)).toMatchObject({ ok: true });
    const answer = { kind: "answer", issue: 2, revision: 1, proposal: 2, answer: "accept" } as const;
    expect(await take(report.actor, answer, 4)).toMatchObject({ ok: true });
    expect(await take(house.dora.actor, { kind: "merge", issue: 2, revision: 2, into: 1 }, 5)).toMatchObject({
      ok: true,
    });
    expect(await issue(1)).toMatchObject({ embargoState: "active", disclosureAt: addDays(at, 3) });
    expect(await issue(2)).toMatchObject({ embargoState: "exited", mergedIntoNumber: 1 });
  });
});

describe("an issue that is split out", () => {
  test("gets the number that was named for its card, or none", async () => {
    const split = { kind: "split", issue: 1, revision: 0, number: 2 } as const;
    expect(await take(house.dora.actor, { ...split, number: 3 }, 2)).toMatchObject({
      problem: { code: "ISSUE_CHANGED" },
    });
    expect(await take(house.dora.actor, split, 2)).toMatchObject({ ok: true });
    expect(await issue(2)).toMatchObject({ number: 2, splitFromNumber: 1 });
  });

  test("is one of its number, when two people split two issues at once", async () => {
    await take(house.dora.actor, { kind: "split", issue: 1, revision: 0 }, 2);
    const both = await Promise.all([
      take(house.dora.actor, { kind: "split", issue: 1, revision: 1, number: 3 }, 3),
      take(house.uma.actor, { kind: "split", issue: 2, revision: 0, number: 3 }, 3),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: "ISSUE_CHANGED" } });
  });
});

describe("reminders", () => {
  test("each goes out once, however often a pass looks", async () => {
    const passes = [addHours(at, 1), addHours(at, 47), addHours(at, 47), addHours(at, 48), addHours(at, 49)];
    const sent: number[] = [];
    for (const pass of passes) sent.push(await remind(house.system, pass));
    const own = await listNotices(house.ada.actor, { before: null, take: 100 });
    const mine = own.filter(({ reportId }) => reportId === report.actor.reportId);
    const steps = mine.map(({ reminder }) => `${reminder?.kind ?? ""} ${reminder?.step ?? ""}`);
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps).toContain("ACKNOWLEDGE due");
    expect(sent[2]).toBe(0);
  });
});
