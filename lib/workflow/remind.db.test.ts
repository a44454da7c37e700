import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { askAsSuperuser } from "#e2e/support/whole-database.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { changeDutyHolder } from "#lib/data/duties.ts";
import { remind } from "./remind.ts";
import { exampleOf, reportCameAt, stepStage, type StepStage } from "./steps/fixtures/step-stage.ts";

const disclosureAt = addDays(reportCameAt, 5);

let handIn: Awaited<ReturnType<typeof stepStage>>;
let stage: StepStage;

beforeAll(async () => {
  await freshDatabase();
  handIn = await stepStage();
  const { ada, dora, uma } = (await handIn()).house;
  await changeDutyHolder(ada.actor, { duty: "A9", role: "primary" }, dora.actor.organisationId, reportCameAt);
  await changeDutyHolder(ada.actor, { duty: "A11", role: "primary" }, uma.actor.organisationId, reportCameAt);
});

beforeEach(async () => {
  await askAsSuperuser('update "Obligation" set "nextReminderAt" = null');
  stage = await handIn();
});

/** `dora DISCLOSE to-primary`: what a pass so many hours after the date has told of the publication, and to whom. */
async function toldAfter(hours: number): Promise<readonly string[]> {
  const now = addHours(disclosureAt, hours);
  await remind(stage.house.system, now);
  const rows = await askAsSuperuser<{ recipient: string; kind: string; step: string }>(
    `select n.recipient, o.kind, n.step from "Notice" n join "Obligation" o on o.id = n."obligationId"
     where n."reportId" = $1 and n.at = $2 and o.kind in ('DISCLOSE', 'POST_ISSUE')`,
    [stage.reporter.reportId, now],
  );
  const names = new Map<string, string>(
    (["ada", "dora", "uma"] as const).map((name) => [stage.house[name].actor.memberId, name]),
  );
  return rows.map(({ recipient, kind, step }) => `${names.get(recipient) ?? recipient} ${kind} ${step}`).toSorted();
}

describe("that an issue is to be public, and that it is to be posted", () => {
  test("is one notice to one person at one instant, and the earlier ones speak of the disclosure", async () => {
    expect(await toldAfter(-2)).toEqual(["reporter DISCLOSE before-2h"]);
    expect(await toldAfter(0)).toEqual(["reporter POST_ISSUE due"]);
    expect(await toldAfter(0)).toEqual(["reporter POST_ISSUE due"]);
  });

  test("reaches whoever looks after one of the two alone, and whoever looks after both once", async () => {
    await toldAfter(0);
    const told = [...(await toldAfter(24)), ...(await toldAfter(48)), ...(await toldAfter(96))];
    expect(told).toEqual(expect.arrayContaining(["dora DISCLOSE to-primary", "uma POST_ISSUE to-primary"]));
    expect(told.filter((line) => line.startsWith("ada"))).toEqual(["ada POST_ISSUE to-coordinators"]);
  });

  test("is told each person once where it was all late before a worker looked", async () => {
    const told = await toldAfter(200);
    const people = told.map((line) => line.split(" ")[0]);
    expect(people).toEqual(["ada", "dora", "reporter", "uma"]);
  });

  test("is lost to nobody where the two come in passes of their own", async () => {
    await askAsSuperuser(
      `update "Obligation" set "nextReminderAt" = "nextReminderAt" + interval '1 hour'
       where "reportId" = $1 and kind = 'POST_ISSUE'`,
      [stage.reporter.reportId],
    );
    expect(await toldAfter(0)).toEqual([]);
    expect(await toldAfter(1)).toEqual(["reporter POST_ISSUE due"]);
    expect(await toldAfter(2)).toEqual([]);
  });

  test("is told of neither once it was posted", async () => {
    await stage.take(stage.reporter, exampleOf("record-posting"));
    expect([...(await toldAfter(0)), ...(await toldAfter(24))]).toEqual([]);
  });
});
