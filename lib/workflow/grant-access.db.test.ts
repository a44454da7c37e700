import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, rosterOf, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { findEnvelope, listEnvelopes, type ThreadEnvelope } from "#lib/data/envelopes.ts";
import { listReaders } from "#lib/data/readers.ts";
import { newSessionKey } from "#lib/pgp/session-key.ts";
import { grant } from "#lib/pgp/grant.ts";
import { expectOk } from "#lib/base/result.ts";
import { sealEmptyBody } from "#lib/pgp/seal.ts";
import { acceptReport } from "./accept-report.ts";
import { addTicket } from "./add-ticket.ts";
import { grantAccess } from "./grant-access.ts";

const at = addDays(houseFurnishedAt, 1);
let house: SmallHouse;
let report: SmallReport;
let envelope: ThreadEnvelope;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
});

/** A report to linux-distros, as gpg makes it: without an empty body or a commitment. */
beforeEach(async () => {
  report = await smallReport(house, { at, listName: "linux-distros" });
  const { report: sealed } = report.upload.envelopes;
  const envelopes = { report: { ...sealed, emptyBody: null, claims: null } };
  await acceptReport(report.actor, { ...report.upload, envelopes }, at);
  const [found] = await listEnvelopes(house.dora.actor, { reportId: report.actor.reportId });
  if (found === undefined) throw new Error("the report has no envelope");
  envelope = found;
});

/** A key packet for a reader of `distros`; which session key is in it, the server cannot know. */
async function packetFor(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const reader = rosterOf(house, "distros").readers.find((each) => each.name === name);
  if (reader === undefined) throw new Error(`no reader ${name}`);
  const granted = expectOk(await grant({ sessionKey: newSessionKey(), reader, at }));
  return granted.bytes;
}

describe("a grant", () => {
  test("shows the envelope, and no other, to a member who did not read the list", async () => {
    const { memberId } = house.flora.actor;
    expect(await findEnvelope(house.flora.actor, envelope.id)).toMatchObject({ problem: { code: "NOT_FOUND" } });
    const keyPacket = await packetFor("Flora Demo");
    const given = await grantAccess(
      house.dora.actor,
      { envelopeId: envelope.id, memberId, keyPacket },
      addHours(at, 1),
    );
    expect(given).toEqual({ ok: true, value: null });
    const [seen] = await listEnvelopes(house.flora.actor, { reportId: envelope.reportId });
    expect(seen?.keyPackets).toMatchObject([{ fingerprint: house.flora.key.fingerprint }]);
    const readers = await listReaders(house.dora.actor, envelope.reportId);
    expect(readers.find(({ name }) => name === "Flora Demo")).toMatchObject({
      grants: [{ place: 0, by: "Dora Demo" }],
    });
  });

  test("to somebody who reads it already is refused", async () => {
    const keyPacket = await packetFor("Uma Demo");
    const { memberId } = house.uma.actor;
    expect(await grantAccess(house.dora.actor, { envelopeId: envelope.id, memberId, keyPacket }, at)).toMatchObject({
      problem: { code: "ALREADY_A_READER" },
    });
  });

  test("with a key packet for somebody else is refused", async () => {
    const keyPacket = await packetFor("Uma Demo");
    const { memberId } = house.flora.actor;
    expect(await grantAccess(house.dora.actor, { envelopeId: envelope.id, memberId, keyPacket }, at)).toMatchObject({
      problem: { code: "PGP_OTHER_SUBKEY" },
    });
  });

  test("by somebody who does not read it finds nothing", async () => {
    const keyPacket = await packetFor("Flora Demo");
    const { memberId } = house.flora.actor;
    expect(await grantAccess(house.flora.actor, { envelopeId: envelope.id, memberId, keyPacket }, at)).toMatchObject({
      problem: { code: "NOT_FOUND" },
    });
  });
});

describe("the ticket of an envelope made by gpg", () => {
  const commitment = "ab".repeat(32);

  test("is added by its first reader, and by nobody after them", async () => {
    const ticket = { emptyBody: await sealEmptyBody(newSessionKey()), commitment };
    expect(await addTicket(house.dora.actor, envelope.id, ticket, at)).toEqual({ ok: true, value: null });
    const other = { ...ticket, commitment: "cd".repeat(32) };
    expect(await addTicket(house.uma.actor, envelope.id, other, at)).toMatchObject({
      problem: { code: "TICKET_EXISTS" },
    });
    expect(await findEnvelope(house.uma.actor, envelope.id)).toMatchObject({ value: { commitment } });
  });

  test("is added by readers alone", async () => {
    const ticket = { emptyBody: await sealEmptyBody(newSessionKey()), commitment };
    expect(await addTicket(house.flora.actor, envelope.id, ticket, at)).toMatchObject({
      problem: { code: "NOT_FOUND" },
    });
  });

  test("is an encrypted body and nothing else", async () => {
    const ticket = { emptyBody: new Uint8Array([1, 2, 3]), commitment };
    expect(await addTicket(house.dora.actor, envelope.id, ticket, at)).toMatchObject({
      problem: { code: "PGP_NOT_OPENPGP" },
    });
  });
});
