import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { ofVersion, readdressed } from "#e2e/support/packets.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { smallReport } from "#e2e/support/small-report.ts";
import { enrol } from "#e2e/support/two-reports.ts";
import { concatBytes, utf8 } from "#lib/base/bytes.ts";
import type { EnvelopeId, MemberId, ReportId } from "#lib/base/id.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { listCards } from "#lib/data/cards.ts";
import { findEnvelope, listEnvelopes } from "#lib/data/envelopes.ts";
import { listEvents } from "#lib/data/events.ts";
import { findMember } from "#lib/data/members.ts";
import { findReport } from "#lib/data/reports.ts";
import { listReports } from "#lib/data/report-list.ts";
import { grant } from "#lib/pgp/grant.ts";
import { newSessionKey } from "#lib/pgp/session-key.ts";
import { sealEmptyBody } from "#lib/pgp/seal.ts";
import { makeDemoKey } from "#prisma/seed/demo-key.ts";
import type { DemoMember } from "#prisma/seed/demo-members.ts";
import { acceptReport } from "./accept-report.ts";
import { addTicket } from "./add-ticket.ts";
import { removeMember, replaceCertificate } from "./enrol.ts";
import { grantAccess } from "./grant-access.ts";

const at = addDays(houseFurnishedAt, 1);
let house: SmallHouse;
let nora: DemoMember;
let reportId: ReportId;
let envelopeId: EnvelopeId;
let cardId: EnvelopeId;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
});

beforeEach(async () => {
  const name = `Nora${String(Math.random()).slice(2)}`;
  const [newcomer] = await enrol(house, [{ firstName: name, listNames: ["distros"] }], at);
  const report = await smallReport(house, { at });
  await acceptReport(report.actor, report.upload, at);
  reportId = report.actor.reportId;
  const envelopes = await listEnvelopes(house.dora.actor, { reportId });
  const [sealed, card] = ["report", "card"].map((kind) => envelopes.find((each) => each.kind === kind)?.id);
  if (newcomer === undefined || sealed === undefined || card === undefined) throw new Error("something is missing");
  [nora, envelopeId, cardId] = [newcomer, sealed, card];
});

async function packetFor(memberId: MemberId): Promise<Uint8Array<ArrayBuffer>> {
  const { name, certificate } = expectOk(await findMember(house.system, memberId));
  if (certificate === null) throw new Error("a member without a certificate");
  const reader = { name, certificate: certificate.bytes };
  return expectOk(await grant({ sessionKey: newSessionKey(), reader, at: addHours(at, 1) })).bytes;
}

async function giveNora(change: (packet: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (packet) => packet) {
  const { memberId } = nora.actor;
  return grantAccess(house.dora.actor, { envelopeId, memberId, keyPacket: change(await packetFor(memberId)) }, at);
}

describe("a grant", () => {
  test("shows the new reader the report, that envelope, and nothing else of it", async () => {
    expect(await findReport(nora.actor, reportId)).toMatchObject({ problem: { code: "NOT_FOUND" } });
    expect(await giveNora()).toEqual({ ok: true, value: null });
    expect(await findReport(nora.actor, reportId)).toMatchObject({ ok: true });
    expect((await listEnvelopes(nora.actor, { reportId })).map(({ id }) => id)).toEqual([envelopeId]);
    expect(await findEnvelope(nora.actor, cardId)).toMatchObject({ problem: { code: "NOT_FOUND" } });
    expect((await listEvents(house.dora.actor, reportId)).at(-1)).toMatchObject({
      kind: "access-granted",
      facts: { envelope: envelopeId, member: nora.actor.memberId },
    });
  });

  test("given by several at the same moment is given once", async () => {
    const outcomes = await Promise.all([giveNora(), giveNora(), giveNora()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes)
      if (!outcome.ok) expect(outcome.problem).toMatchObject({ code: "ALREADY_A_READER" });
  });

  test.each<{ what: string; code: string; change: (packet: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> }>([
    { what: "is a text", code: "PGP_NOT_OPENPGP", change: () => utf8("please") },
    { what: "is empty", code: "PGP_NOT_OPENPGP", change: () => new Uint8Array() },
    { what: "comes twice", code: "PGP_NOT_OPENPGP", change: (packet) => concatBytes(packet, packet) },
    { what: "is cut off", code: "PGP_NOT_OPENPGP", change: (packet) => packet.slice(0, -1) },
    { what: "is of version 6", code: "PGP_UNSUPPORTED_VERSION", change: (packet) => ofVersion(packet, 6) },
    {
      what: "hides its reader",
      code: "PGP_HIDDEN_RECIPIENT",
      change: (packet) => readdressed(packet, "0".repeat(16)),
    },
    {
      what: "is for another key",
      code: "PGP_OTHER_SUBKEY",
      change: (packet) => readdressed(packet, "1234567890ABCDEF"),
    },
  ])("is refused where its key packet $what: $code", async ({ change, code }) => {
    expect(await giveNora(change)).toMatchObject({ problem: { code } });
    expect(await findReport(nora.actor, reportId)).toMatchObject({ problem: { code: "NOT_FOUND" } });
  });

  test("is refused to somebody who is no member, or no longer", async () => {
    const keyPacket = await packetFor(nora.actor.memberId);
    const stranger = crypto.randomUUID() as MemberId;
    expect(await grantAccess(house.dora.actor, { envelopeId, memberId: stranger, keyPacket }, at)).toMatchObject({
      problem: { code: "NOT_FOUND" },
    });
    expectOk(await removeMember(house.ada.actor, nora.actor.memberId, at));
    const { memberId } = nora.actor;
    expect(await grantAccess(house.dora.actor, { envelopeId, memberId, keyPacket }, at)).toMatchObject({
      problem: { code: "NOT_FOUND" },
    });
  });

  test("cannot be passed on from an envelope that one was not granted", async () => {
    await giveNora();
    const { memberId } = nora.actor;
    const keyPacket = await packetFor(memberId);
    expect(await grantAccess(nora.actor, { envelopeId: cardId, memberId, keyPacket }, at)).toMatchObject({
      problem: { code: "NOT_FOUND" },
    });
  });
});

test("who lost their key is granted the same envelopes for their new one, and everything counts once", async () => {
  const lost = await smallReport(house, { at });
  await acceptReport(lost.actor, lost.upload, at);
  const { memberId } = house.flora.actor;
  const wish = { name: "Flora Demo", address: "f@example.org", algorithm: "Curve25519", validDays: 99 } as const;
  const key = await makeDemoKey({ ...wish, createdAt: houseFurnishedAt });
  expectOk(await replaceCertificate(house.ada.actor, memberId, key.certificate, at));
  const envelopes = await listEnvelopes(house.flora.actor, { reportId: lost.actor.reportId });
  for (const { id } of envelopes) {
    const keyPacket = await packetFor(memberId);
    expectOk(await grantAccess(house.dora.actor, { envelopeId: id, memberId, keyPacket }, addHours(at, 1)));
    const regranted = expectOk(await findEnvelope(house.flora.actor, id));
    expect(regranted.keyPackets.map(({ fingerprint }) => fingerprint).sort()).toEqual(
      [house.flora.key.fingerprint, key.fingerprint].sort(),
    );
    const [card] = await listCards(house.flora.actor, [lost.actor.reportId]);
    if (card?.envelopeId === id) expect(card.keyPacket).toEqual(keyPacket);
  }
  const { reports } = await listReports(house.flora.actor, { after: null, take: 100 });
  expect(reports.find(({ id }) => id === lost.actor.reportId)?.unreadCount).toBe(1);
});

test("a ticket that two readers add at the same moment is added once", async () => {
  const report = await smallReport(house, { at });
  const sealed = { ...report.upload.envelopes.report, emptyBody: null, claims: null };
  await acceptReport(report.actor, { ...report.upload, envelopes: { report: sealed } }, at);
  const [envelope] = await listEnvelopes(house.dora.actor, { reportId: report.actor.reportId });
  const ticket = { emptyBody: await sealEmptyBody(newSessionKey()), commitment: "ab".repeat(32) };
  const id = envelope?.id ?? envelopeId;
  const outcomes = await Promise.all(
    [house.dora, house.uma, house.flora].map(({ actor }) => addTicket(actor, id, ticket, at)),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome.problem).toMatchObject({ code: "TICKET_EXISTS" });
});
