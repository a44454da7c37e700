import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { OrganisationId } from "#lib/base/id.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { changeDutyHolder } from "#lib/data/duties.ts";
import type { Step } from "#lib/schema/step.ts";
import { acceptReport } from "./accept-report.ts";
import { acknowledgeReport } from "./acknowledge-report.ts";
import { listOrganisationsWithDuties, showOrganisation } from "./show-organisation.ts";
import { takeStep } from "./take-step.ts";

const at = addDays(houseFurnishedAt, 1);
let house: SmallHouse;
let report: SmallReport;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
  const { ada, dora, uma } = house;
  const assign = (duty: "A1" | "A10" | "A9", role: "primary" | "backup", to: SignedInActor) =>
    changeDutyHolder(ada.actor, { duty, role }, to.organisationId, at);
  await assign("A1", "primary", dora.actor);
  await assign("A1", "backup", uma.actor);
  await assign("A10", "primary", uma.actor);
  await assign("A9", "backup", uma.actor);
});

beforeEach(async () => {
  // Of the Linux list, which Flora does not read.
  report = await smallReport(house, { at, listName: "linux-distros" });
  expect(await acceptReport(report.actor, report.upload, at)).toMatchObject({ ok: true });
});

/** What a page says of an organisation in this test's report. */
async function shown(viewer: SignedInActor, organisationId: OrganisationId, now: Date) {
  const { reportId } = report.actor;
  const page = expectOk(await showOrganisation(viewer, organisationId, now));
  return {
    ...page,
    debts: page.debts.filter((each) => each.reportId === reportId).map(({ kind, role }) => `${kind} as ${role}`),
    unanswered: page.unanswered.filter((each) => each.reportId === reportId),
    contributions: page.contributions.filter((each) => each.reportId === reportId),
  };
}

const take = async (who: SignedInActor, step: Step, hours: number) =>
  expectOk(await takeStep(who, report.actor.reportId, step, addHours(at, hours)));

describe("what an organisation owes", () => {
  test("is what its duty looks after, and for a backup only what went on to it", async () => {
    const { dora, uma } = house;
    const owedBy = async (who: SignedInActor, hours: number) =>
      (await shown(dora.actor, who.organisationId, addHours(at, hours))).debts;
    expect(await owedBy(dora.actor, 1)).toContain("ACKNOWLEDGE as primary");
    expect(await owedBy(uma.actor, 48 + 23.9)).not.toContain("ACKNOWLEDGE as backup");
    expect(await owedBy(uma.actor, 48 + 24)).toContain("ACKNOWLEDGE as backup");
  });

  test("is all that a duty looks after where it is the backup of a vacancy", async () => {
    const { uma } = house;
    expect((await shown(uma.actor, uma.actor.organisationId, addHours(at, 1))).debts).toContain("DISCLOSE as backup");
  });

  test("ends when it is done", async () => {
    const { dora } = house;
    await acknowledgeReport(dora.actor, report.actor.reportId, addHours(at, 2));
    const { debts } = await shown(dora.actor, dora.actor.organisationId, addHours(at, 3));
    expect(debts).not.toContain("ACKNOWLEDGE as primary");
  });
});

describe("what an organisation did this year", () => {
  test("is its receipts, its duties and its answers, the newest first", async () => {
    const { dora } = house;
    await acknowledgeReport(dora.actor, report.actor.reportId, addHours(at, 1));
    await take(dora.actor, { kind: "record-duty-work", duty: "T3", outcome: "nothing-found", envelopeId: null }, 2);
    await take(dora.actor, { kind: "set-status", issue: 1, status: "not-affected", envelopeId: null }, 3);
    const { contributions } = await shown(house.uma.actor, dora.actor.organisationId, addHours(at, 4));
    expect(contributions).toMatchObject([
      { kind: "status", issueNumber: 1, status: "not-affected", at: addHours(at, 3) },
      { kind: "duty", duty: "T3", outcome: "nothing-found", at: addHours(at, 2) },
      { kind: "acknowledged", at: addHours(at, 1) },
    ]);
    const nextYear = new Date("2027-01-01T00:00:00Z");
    expect((await shown(house.uma.actor, dora.actor.organisationId, nextYear)).contributions).toEqual([]);
  });

  test("is nothing to somebody who does not read the report", async () => {
    const { dora, flora } = house;
    await acknowledgeReport(dora.actor, report.actor.reportId, addHours(at, 1));
    const page = await shown(flora.actor, dora.actor.organisationId, addHours(at, 2));
    expect(page).toMatchObject({ name: "Debian", debts: [], unanswered: [], contributions: [] });
    expect(page.people.map(({ name }) => name)).toEqual(["Dora Demo"]);
  });
});

describe("where an organisation is silent", () => {
  test("is what is open to it and it has not answered, whether or not it has opened it", async () => {
    const { dora, uma, flora } = house;
    const silence = async (who: SignedInActor) =>
      (await shown(dora.actor, who.organisationId, addHours(at, 4))).unanswered;
    expect(await silence(uma.actor)).toMatchObject([{ issueNumber: 1, receivedAt: at, openedAt: null }]);
    expect(await silence(flora.actor), "it cannot read the report").toEqual([]);
    await take(uma.actor, { kind: "set-status", issue: 1, status: "looking", envelopeId: null }, 3);
    expect(await silence(uma.actor)).toEqual([]);
    expect(await silence(dora.actor)).toHaveLength(1);
  });

  test("says nothing of an issue that is public", async () => {
    const { dora, uma } = house;
    const fact = { kind: "record-fact", issue: 1, revision: 0, fact: "public", evidence: "Seen on a blog" } as const;
    await take(dora.actor, { ...fact, occurredAt: addHours(at, 2) }, 3);
    expect((await shown(dora.actor, uma.actor.organisationId, addHours(at, 4))).unanswered).toEqual([]);
  });
});

test("an organisation that is none is not found", async () => {
  const id = crypto.randomUUID() as OrganisationId;
  expect(await showOrganisation(house.ada.actor, id, at)).toMatchObject({ problem: { code: "NOT_FOUND" } });
});

test("all organisations stand with what they read and hold, A9 before A10", async () => {
  const all = await listOrganisationsWithDuties(house.flora.actor);
  expect(all.find(({ name }) => name === "FreeBSD")).toMatchObject({
    peopleCount: 1,
    listNames: ["distros"],
    duties: [],
  });
  expect(all.find(({ name }) => name === "Ubuntu")?.duties).toMatchObject([
    { duty: "A1", role: "backup" },
    { duty: "A9", role: "backup" },
    { duty: "A10", role: "primary" },
  ]);
});
