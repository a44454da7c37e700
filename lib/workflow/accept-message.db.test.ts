import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { sealText, smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { findPart, listEnvelopes } from "#lib/data/envelopes.ts";
import { listReports } from "#lib/data/report-list.ts";
import { unlockDemoKey } from "#prisma/seed/demo-vault.ts";
import { acceptMessage, type MessageUpload } from "./accept-message.ts";
import { acceptReport } from "./accept-report.ts";
import { acknowledgeReport } from "./acknowledge-report.ts";

const at = addDays(houseFurnishedAt, 1);
let house: SmallHouse;
let report: SmallReport;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
});

beforeEach(async () => {
  report = await smallReport(house, { at, listName: "linux-distros" });
  await acceptReport(report.actor, report.upload, at);
});

async function messageBy(signer: string): Promise<MessageUpload> {
  return {
    reportId: report.actor.reportId,
    submissionId: crypto.randomUUID(),
    submission: { kind: "message", rosterVersion: 1 },
    envelope: await sealText("Which versions?", { ...report.sealing, signer }),
  };
}

async function messageByDora(): Promise<MessageUpload> {
  return messageBy(await unlockDemoKey(house.vault, house.dora.key));
}

describe("a message to the thread", () => {
  test("by a member reaches the reporter and the list at once (M6)", async () => {
    const upload = await messageByDora();
    expect(await acceptMessage(house.dora.actor, upload, addHours(at, 2))).toMatchObject({ ok: true });
    for (const reader of [report.actor, house.uma.actor, house.ada.actor]) {
      const envelopes = await listEnvelopes(reader, { reportId: upload.reportId });
      const message = envelopes.find(({ kind }) => kind === "message");
      expect(message).toMatchObject({ author: "member", authorMember: { name: "Dora Demo", organisation: "Debian" } });
      expect(message?.keyPackets).toHaveLength(1);
    }
  });

  test("by the reporter is unread for members until they have read it", async () => {
    const upload = await messageBy(report.sealing.signer);
    await acceptMessage(report.actor, upload, addHours(at, 2));
    const { reports } = await listReports(house.uma.actor, { after: null, take: 100 });
    expect(reports.find(({ id }) => id === upload.reportId)?.unreadCount).toBe(2);
  });

  test("by a member who does not read the list finds no report", async () => {
    const signer = await unlockDemoKey(house.vault, house.flora.key);
    expect(await acceptMessage(house.flora.actor, await messageBy(signer), at)).toMatchObject({
      problem: { code: "NOT_FOUND" },
    });
  });

  test("by the reporter of another report finds none either", async () => {
    const other = await smallReport(house, { at });
    await acceptReport(other.actor, other.upload, at);
    expect(await acceptMessage(other.actor, await messageBy(other.sealing.signer), at)).toMatchObject({
      problem: { code: "NOT_FOUND" },
    });
  });

  test("sent twice exists once; something else under its id is refused", async () => {
    const upload = await messageByDora();
    const first = await acceptMessage(house.dora.actor, upload, at);
    expect(await acceptMessage(house.dora.actor, upload, addHours(at, 1))).toEqual(first);
    const another = { ...(await messageByDora()), submissionId: upload.submissionId };
    expect(await acceptMessage(house.dora.actor, another, at)).toMatchObject({
      problem: { code: "SUBMISSION_ID_REUSED" },
    });
    const envelopes = await listEnvelopes(report.actor, { reportId: upload.reportId });
    expect(envelopes.filter(({ kind }) => kind === "message")).toHaveLength(1);
  });

  test("under the submission id of another person's message is refused, and tells nothing of theirs", async () => {
    const upload = await messageByDora();
    await acceptMessage(house.dora.actor, upload, at);
    const intruder = { ...(await messageBy(report.sealing.signer)), submissionId: upload.submissionId };
    expect(await acceptMessage(report.actor, intruder, at)).toMatchObject({
      problem: { code: "SUBMISSION_ID_REUSED" },
    });
  });
});

test("an envelope's bytes are given to its readers, and to nobody else", async () => {
  const [envelope] = await listEnvelopes(house.dora.actor, { reportId: report.actor.reportId });
  const id = envelope?.id;
  if (id === undefined) throw new Error("no envelope");
  expect(await findPart(house.dora.actor, id, 0)).toMatchObject({ ok: true });
  for (const stranger of [house.flora.actor, house.anonymous, house.system])
    expect(await findPart(stranger, id, 0)).toMatchObject({ problem: { code: "NOT_FOUND" } });
});

describe("the acknowledgement (A1, R8)", () => {
  test("names the first member who gives it; who comes later is told", async () => {
    const id = report.actor.reportId;
    expect(await acknowledgeReport(house.uma.actor, id, addHours(at, 1))).toMatchObject({ ok: true });
    expect(await acknowledgeReport(house.dora.actor, id, addHours(at, 2))).toMatchObject({
      problem: { code: "ALREADY_ACKNOWLEDGED" },
    });
    const { reports } = await listReports(house.dora.actor, { after: null, take: 100 });
    expect(reports.find((each) => each.id === id)).toMatchObject({
      acknowledgedAt: addHours(at, 1),
      acknowledgedBy: { name: "Uma Demo" },
    });
  });

  test("given by two at the same moment counts once", async () => {
    const id = report.actor.reportId;
    const outcomes = await Promise.all([
      acknowledgeReport(house.uma.actor, id, at),
      acknowledgeReport(house.dora.actor, id, at),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("cannot be given by a member who does not see the report", async () => {
    expect(await acknowledgeReport(house.flora.actor, report.actor.reportId, at)).toMatchObject({
      problem: { code: "NOT_FOUND" },
    });
  });
});
