import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { smallReport } from "#e2e/support/small-report.ts";
import type { ReporterActor } from "#lib/access/actor.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { listObligations } from "#lib/data/obligations.ts";
import { findReport } from "#lib/data/reports.ts";
import type { ClearFacts } from "#lib/schema/clear-facts.ts";
import { acceptReport } from "./accept-report.ts";
import { takeStep } from "./take-step.ts";

const at = addDays(houseFurnishedAt, 1);
const latestAt = addDays(at, 14);
let house: SmallHouse;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
});

async function provisional(answers: Partial<ClearFacts>): Promise<ReporterActor> {
  const { actor, upload } = await smallReport(house, { at, answers });
  expect(await acceptReport(actor, upload, at), "without asking for it").toMatchObject({ ok: false });
  const submission = { ...upload.submission, isProvisional: true };
  expect(await acceptReport(actor, { ...upload, submission }, at)).toMatchObject({ ok: true });
  return actor;
}

async function debts({ reportId }: ReporterActor): Promise<readonly string[]> {
  const all = await listObligations(house.ada.actor, reportId);
  return all.filter(({ closing }) => closing === null).map(({ key, owner, duty }) => `${key} ${owner} ${duty}`);
}

describe("a report that is taken provisionally", () => {
  test("without a date has none, and its reporter owes one", async () => {
    const actor = await provisional({ proposedDisclosureAt: null });
    const report = expectOk(await findReport(house.dora.actor, actor.reportId));
    expect(report).toMatchObject({ embargoState: "none", disclosureAt: null });
    expect(await debts(actor)).toContainEqual("SUPPLY_DATE/1 reporter A1");
  });

  test("with a date beyond the maximum has it as a proposal, which the list owes an answer to", async () => {
    const actor = await provisional({ proposedDisclosureAt: addDays(at, 90) });
    const report = expectOk(await findReport(house.dora.actor, actor.reportId));
    expect(report).toMatchObject({ embargoState: "proposed", disclosureAt: addDays(at, 90) });
    expect(await debts(actor)).toContainEqual(expect.stringMatching(/^ANSWER_PROPOSAL\/1\/1 list /));
  });

  test("gets its date from the list, which proposes the latest that it can grant, and from the reporter’s yes", async () => {
    const actor = await provisional({ proposedDisclosureAt: addDays(at, 90) });
    const later = addHours(at, 1);
    const accept = { kind: "answer", issue: 1, revision: 0, proposal: 1, answer: "accept" } as const;
    expect(await takeStep(house.dora.actor, actor.reportId, accept, later)).toMatchObject({
      problem: { code: "EMBARGO_TOO_LONG" },
    });
    const proposal = { kind: "propose", issue: 1, revision: 0, reason: "policy-limit", answerUntil: null } as const;
    const proposed = await takeStep(house.dora.actor, actor.reportId, { ...proposal, disclosureAt: latestAt }, later);
    expect(proposed).toMatchObject({ ok: true });
    const answer = { ...accept, revision: 1, proposal: 2 };
    expect(await takeStep(actor, actor.reportId, answer, addHours(at, 2))).toMatchObject({ ok: true });
    const report = expectOk(await findReport(house.dora.actor, actor.reportId));
    expect(report).toMatchObject({ embargoState: "active", disclosureAt: latestAt });
  });

  test("is refused all the same for anything but its date", async () => {
    const { actor, upload } = await smallReport(house, {
      at,
      answers: { proposedDisclosureAt: null, severity: "low" },
    });
    const submission = { ...upload.submission, isProvisional: true };
    expect(await acceptReport(actor, { ...upload, submission }, at)).toMatchObject({
      problem: { problem: { code: "SEVERITY_TOO_LOW" } },
    });
  });
});
