import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { listNotices } from "#lib/data/notices.ts";
import { listTriageAnswers } from "#lib/data/triage-answers.ts";
import { acceptReport } from "./accept-report.ts";
import { publicationWishOf } from "./checklist.ts";
import { loadCase } from "./load-case.ts";
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
  await acceptReport(report.actor, report.upload, at);
});

const say = ({ actor }: SmallHouse["ada"], answer: "public" | "low" | "neither", hours: number) =>
  takeStep(
    actor,
    report.actor.reportId,
    { kind: "triage", given: { question: "public-or-low", answer } },
    addHours(at, hours),
  );

async function wishSeenByReporter() {
  const loaded = expectOk(await loadCase(report.actor, report.actor.reportId));
  return publicationWishOf(loaded, await listTriageAnswers(report.actor, report.actor.reportId), addHours(at, 9));
}

const newsOf = async (who: { readonly actor: Parameters<typeof listNotices>[0] }) =>
  (await listNotices(who.actor, { before: null, take: 50 }))
    .filter(({ reportId }) => reportId === report.actor.reportId)
    .map(({ news }) => news);

describe("that an issue is public or minor (A3)", () => {
  test("reaches the reporter once two more members have confirmed it, and not before", async () => {
    await say(house.dora, "low", 1);
    await say(house.uma, "low", 2);
    expect(await wishSeenByReporter()).toBeNull();
    expect(await newsOf(report)).toEqual([]);
    await say(house.flora, "public", 3);
    expect(await wishSeenByReporter()).toEqual({ at: addHours(at, 3), because: "low" });
    expect(await newsOf(report)).toEqual(["publication-preferred"]);
    expect(await newsOf(house.ada)).toEqual(["publication-preferred"]);
  });

  test("is told once, and also where two confirm at the same moment", async () => {
    await say(house.dora, "public", 1);
    await Promise.all([say(house.uma, "public", 2), say(house.flora, "public", 2)]);
    await say(house.ada, "public", 3);
    expect(await newsOf(report)).toEqual(["publication-preferred"]);
  });

  test("is taken back by a member who has looked again", async () => {
    for (const member of [house.dora, house.uma, house.flora]) await say(member, "low", 1);
    await say(house.dora, "neither", 2);
    expect(await wishSeenByReporter()).toBeNull();
  });
});
