import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { takeApart } from "#e2e/support/packets.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { sealText, smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import type { ReporterActor, SignedInActor } from "#lib/access/actor.ts";
import { concatBytes } from "#lib/base/bytes.ts";
import type { EnvelopeId } from "#lib/base/id.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { findMemberFile } from "#lib/data/case-files.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { listNotices } from "#lib/data/notices.ts";
import { listReports } from "#lib/data/report-list.ts";
import type { EnvelopeUpload } from "#lib/schema/submission.ts";
import { acceptMessage } from "./accept-message.ts";
import { acceptReport } from "./accept-report.ts";
import { markRead } from "./mark-read.ts";
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

/** Sealed to the list's readers and, last, to the reporter. */
const sealed = () => sealText("Tracking id: DSA-1", report.sealing);

async function sealedToListAlone(): Promise<EnvelopeUpload> {
  const envelope = await sealed();
  const { keyPackets, body } = takeApart(envelope);
  return { ...envelope, message: concatBytes(...keyPackets.slice(0, -1), body) };
}

function sendNote(
  actor: SignedInActor | ReporterActor,
  envelope: EnvelopeUpload,
  kind: "status" | "message" = "status",
) {
  const { roster } = report.sealing;
  const submission = { kind, rosterVersion: roster.version };
  const upload = { reportId: report.actor.reportId, submissionId: crypto.randomUUID(), submission, envelope };
  return acceptMessage(actor, upload, addHours(at, 1));
}

const noteOf = async (actor: SignedInActor): Promise<EnvelopeId> =>
  expectOk(await sendNote(actor, await sealedToListAlone())).id;

const setStatus = (actor: SignedInActor, envelopeId?: EnvelopeId | null) =>
  takeStep(
    actor,
    report.actor.reportId,
    { kind: "set-status", issue: 1, status: "affected", ...(envelopeId === undefined ? {} : { envelopeId }) },
    addHours(at, 2),
  );

const statusesSeenBy = async (actor: SignedInActor) =>
  expectOk(await findMemberFile(actor, report.actor.reportId)).statuses;

describe("a note beside a status", () => {
  test("is read by every reader of the list, and the reporter neither sees nor hears of it", async () => {
    const id = await noteOf(house.dora.actor);
    expect(await setStatus(house.dora.actor, id)).toMatchObject({ ok: true });
    const { organisationId } = house.dora.actor;
    expect(await statusesSeenBy(house.flora.actor)).toMatchObject([{ organisationId, envelopeId: id }]);
    const seen = await listEnvelopes(house.flora.actor, { reportId: report.actor.reportId });
    expect(seen.map(({ kind }) => kind)).toContain("status");
    expect(
      (await listEnvelopes(report.actor, { reportId: report.actor.reportId })).map(({ kind }) => kind),
    ).not.toContain("status");
    expect(await listNotices(report.actor, { before: null, take: 10 })).toEqual([]);
  });

  test("that the reporter could open is refused", async () => {
    expect(await sendNote(house.dora.actor, await sealed())).toMatchObject({
      problem: { code: "PGP_READERS_UNKNOWN" },
    });
  });

  test("is nothing that a reporter can send", async () => {
    expect(await sendNote(report.actor, await sealed())).toMatchObject({ problem: { code: "NOT_FOUND" } });
    expect(await sendNote(report.actor, await sealedToListAlone())).toMatchObject({ problem: { code: "NOT_FOUND" } });
  });

  test("counts as nothing new to read", async () => {
    await markRead(house.uma.actor, report.actor.reportId, at, at);
    await noteOf(house.dora.actor);
    const { reports } = await listReports(house.uma.actor, { after: null, take: 100 });
    expect(reports.find(({ id }) => id === report.actor.reportId)).toMatchObject({ unreadCount: 0 });
  });

  test("stays where the status changes, until it is taken away", async () => {
    const id = await noteOf(house.dora.actor);
    await setStatus(house.dora.actor, id);
    await setStatus(house.dora.actor);
    expect(await statusesSeenBy(house.dora.actor)).toMatchObject([{ envelopeId: id }]);
    await setStatus(house.dora.actor, null);
    expect(await statusesSeenBy(house.dora.actor)).toMatchObject([{ envelopeId: null }]);
  });

  test("is named by nobody but its author, and a message is none", async () => {
    const note = await noteOf(house.dora.actor);
    expect(await setStatus(house.uma.actor, note)).toMatchObject({ problem: { code: "NOT_FOUND" } });
    const message = expectOk(await sendNote(house.dora.actor, await sealed(), "message")).id;
    expect(await setStatus(house.dora.actor, message)).toMatchObject({ problem: { code: "NOT_FOUND" } });
    const work = { kind: "record-duty-work", duty: "T3", outcome: "nothing-found", envelopeId: message } as const;
    const outcome = await takeStep(house.dora.actor, report.actor.reportId, work, at);
    expect(outcome).toMatchObject({ problem: { code: "NOT_FOUND" } });
  });
});

describe("reading a report", () => {
  const read = ({ actor }: SmallHouse["dora"]) => markRead(actor, report.actor.reportId, at, addHours(at, 3));

  test("says that the reader's organisation has opened it, and of no other", async () => {
    expect(await read(house.flora)).toMatchObject({ ok: true });
    const { organisationId } = house.flora.actor;
    expect(await statusesSeenBy(house.dora.actor)).toMatchObject([{ organisationId, status: "opened" }]);
  });

  test("takes back nothing that was said", async () => {
    await setStatus(house.dora.actor);
    await read(house.dora);
    expect(await statusesSeenBy(house.dora.actor)).toMatchObject([{ status: "affected", changedAt: addHours(at, 2) }]);
  });
});
