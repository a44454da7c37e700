import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { sealText, smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { listCards } from "#lib/data/cards.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { listEvents } from "#lib/data/events.ts";
import { listReports } from "#lib/data/report-list.ts";
import { unlockDemoKey } from "#prisma/seed/demo-vault.ts";
import { acceptReport } from "./accept-report.ts";
import { addCard, type CardUpload } from "./add-card.ts";
import { takeStep } from "./take-step.ts";

const at = addDays(houseFurnishedAt, 1);
let house: SmallHouse;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
});

/** A report that came by gpg: with no card. */
async function reportWithoutCard(): Promise<SmallReport> {
  const report = await smallReport(house, { at, listName: "linux-distros" });
  const { report: sealed } = report.upload.envelopes;
  await acceptReport(report.actor, { ...report.upload, envelopes: { report: sealed } }, at);
  return report;
}

async function cardBy(who: "dora" | "uma" | "flora", { actor, sealing }: SmallReport): Promise<CardUpload> {
  const signer = await unlockDemoKey(house.vault, house[who].key);
  const submission = { submissionId: crypto.randomUUID(), kind: "message", rosterVersion: 1 } as const;
  return { reportId: actor.reportId, submission, envelope: await sealText("The card.", { ...sealing, signer }) };
}

describe("a card", () => {
  test("is added by the first member who reads a report that came without one", async () => {
    const report = await reportWithoutCard();
    const { reportId } = report.actor;
    expect(await listCards(house.uma.actor, [reportId])).toEqual([]);
    expect(await addCard(house.dora.actor, await cardBy("dora", report), addHours(at, 1))).toMatchObject({ ok: true });
    expect(await listCards(house.uma.actor, [reportId])).toMatchObject([{ reportId }]);
    expect((await listEvents(house.uma.actor, reportId)).at(-1)).toMatchObject({
      kind: "card-added",
      memberId: house.dora.actor.memberId,
    });
  });

  test("can be corrected: the newest counts", async () => {
    const report = await reportWithoutCard();
    await addCard(house.dora.actor, await cardBy("dora", report), addHours(at, 1));
    const [first] = await listCards(house.uma.actor, [report.actor.reportId]);
    await addCard(house.uma.actor, await cardBy("uma", report), addHours(at, 2));
    const [second] = await listCards(house.uma.actor, [report.actor.reportId]);
    expect(second?.envelopeId).not.toBe(first?.envelopeId);
    expect(second?.commitment).not.toBe(first?.commitment);
  });

  test("is one issue's own: the report is called by its first issue that is not merged", async () => {
    const report = await reportWithoutCard();
    const { reportId } = report.actor;
    await takeStep(house.dora.actor, reportId, { kind: "split", issue: 1, revision: 0, number: 2 }, addHours(at, 1));
    const [first, second] = [await cardBy("dora", report), await cardBy("dora", report)];
    await addCard(house.dora.actor, first, addHours(at, 2));
    const ofSecond = { ...second, submission: { ...second.submission, issue: 2 } };
    expect(await addCard(house.dora.actor, ofSecond, addHours(at, 3))).toMatchObject({ ok: true });

    const cards = (await listEnvelopes(house.uma.actor, { reportId })).filter(({ kind }) => kind === "card");
    expect(cards.map(({ issueNumber }) => issueNumber)).toEqual([1, 2]);
    expect(await listCards(house.uma.actor, [reportId])).toMatchObject([{ envelopeId: cards[0]?.id }]);
    const merge = { kind: "merge", issue: 1, revision: 1, into: 2 } as const;
    expect(await takeStep(house.dora.actor, reportId, merge, addHours(at, 4))).toMatchObject({ ok: true });
    expect(await listCards(house.uma.actor, [reportId])).toMatchObject([{ envelopeId: cards[1]?.id }]);
  });

  test("makes a report no more unread than it was", async () => {
    const report = await reportWithoutCard();
    await addCard(house.dora.actor, await cardBy("dora", report), addHours(at, 1));
    const { reports } = await listReports(house.uma.actor, { after: null, take: 100 });
    expect(reports.find(({ id }) => id === report.actor.reportId)?.unreadCount).toBe(1);
  });

  test("cannot be added by a member who does not see the report", async () => {
    const report = await reportWithoutCard();
    expect(await addCard(house.flora.actor, await cardBy("flora", report), at)).toMatchObject({
      problem: { code: "NOT_FOUND" },
    });
  });

  test("cannot take the submission id of something else", async () => {
    const report = await reportWithoutCard();
    const card = await cardBy("dora", report);
    await addCard(house.dora.actor, card, at);
    const other = { ...(await cardBy("dora", report)), submission: card.submission };
    expect(await addCard(house.dora.actor, other, at)).toMatchObject({ problem: { code: "SUBMISSION_ID_REUSED" } });
  });
});
