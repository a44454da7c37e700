import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, listOf, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import type { SessionId } from "#lib/base/id.ts";
import { addDays } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { findMember, listMembers } from "#lib/data/members.ts";
import { listPinnedCoordinators } from "#lib/data/rosters.ts";
import { createSession, findLiveSession } from "#lib/data/sessions.ts";
import { keyWithSubkeyOf } from "#lib/pgp/fixtures/borrowed-subkey.ts";
import { freshKey as freshPgpKey } from "#lib/pgp/fixtures/fresh-key.ts";
import { armoredFixture } from "#lib/pgp/fixtures/read-fixture.ts";
import { makeDemoKey, type DemoKey } from "#prisma/seed/demo-key.ts";
import { enrolMember, enrolOrganisation, maximumNameLength, removeMember, replaceCertificate } from "./enrol.ts";

const now = addDays(houseFurnishedAt, 1);
let house: SmallHouse;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
});

function freshKey(name: string): Promise<DemoKey> {
  const who = { name, address: "somebody@example.org", algorithm: "Curve25519" } as const;
  return makeDemoKey({ ...who, createdAt: houseFurnishedAt, validDays: 730 });
}

function enrol(name: string, certificate: Uint8Array | string, { isCoordinator = false } = {}) {
  const { organisationId } = house.dora.actor;
  const listIds = [listOf(house, "distros").id];
  const person = { organisationId, name, address: null, isCoordinator, listIds, certificate };
  return enrolMember(house.ada.actor, person, now);
}

describe("an organisation", () => {
  test("is enrolled once, whatever the case of its name (L2)", async () => {
    expect(await enrolOrganisation(house.ada.actor, "  Kelp \n Linux ", now)).toMatchObject({ ok: true });
    expect(await enrolOrganisation(house.ada.actor, "KELP LINUX", now)).toMatchObject({
      problem: { code: "ORGANISATION_EXISTS" },
    });
  });

  test("is enrolled once where several do so at the same moment, each in another case", async () => {
    const names = ["Eelgrass OS", "EELGRASS OS", "eelgrass os", "EelGrass OS", "eelGrass os"];
    const outcomes = await Promise.all(names.map((name) => enrolOrganisation(house.ada.actor, name, now)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.problem.code).toBe("ORGANISATION_EXISTS");
  });

  test("is told from others whatever signs its name holds", async () => {
    for (const name of ["Dulse-Linux", "Dulse_Linux", "%", "\\Dulse"])
      expect(await enrolOrganisation(house.ada.actor, name, now), name).toMatchObject({ ok: true });
  });

  test.each([
    { name: "x".repeat(maximumNameLength), code: undefined },
    { name: "x".repeat(maximumNameLength + 1), code: "NAME_MISSING" },
    { name: " \t", code: "NAME_MISSING" },
    { name: "\0\u001b\u0085", code: "NAME_MISSING" },
    { name: "Ore\0weed", code: undefined },
  ])("has a name of 1 to 100 characters, case %#", async ({ name, code }) => {
    const outcome = await enrolOrganisation(house.ada.actor, name, now);
    expect(outcome.ok ? undefined : outcome.problem.code).toBe(code);
  });

  test("is enrolled by coordinators only", async () => {
    expect(await enrolOrganisation(house.dora.actor, "Reed OS", now)).toMatchObject({ problem: { code: "NOT_FOUND" } });
  });
});

describe("a person", () => {
  test("is enrolled with a certificate of their own, armoured or binary (L2)", async () => {
    const { certificate, fingerprint } = await freshKey("Rita Demo");
    const { id } = expectOk(await enrol("Rita Demo", certificate));
    const member = expectOk(await findMember(house.anonymous, id));
    expect(member).toMatchObject({ name: "Rita Demo", organisation: "Debian", certificate: { fingerprint } });
    expect(await enrol("Rosa Demo", await armoredFixture("rsa4096"))).toMatchObject({ ok: true });
  });

  test("cannot read with somebody else's certificate", async () => {
    const { certificate } = await freshKey("Sam Demo");
    expectOk(await enrol("Sam Demo", certificate));
    expect(await enrol("Tess Demo", certificate)).toMatchObject({
      problem: { code: "CERTIFICATE_IN_USE", facts: { memberName: "Sam Demo" } },
    });
  });

  test("cannot read with somebody else's encryption subkey under a key of their own", async () => {
    const [alma, eve] = [await freshPgpKey("Alma Demo"), await freshPgpKey("Eve Demo")];
    const { id } = expectOk(await enrol("Alma Demo", alma.certificate));
    const { certificate } = await keyWithSubkeyOf(eve, alma);
    const refusal = { problem: { code: "CERTIFICATE_IN_USE", facts: { memberName: "Alma Demo" } } };
    expect(await enrol("Eve Demo", certificate)).toMatchObject(refusal);
    const eveId = expectOk(await enrol("Eve Demo", eve.certificate)).id;
    expect(await replaceCertificate(house.ada.actor, eveId, certificate, now)).toMatchObject(refusal);
    expect(await replaceCertificate(house.ada.actor, id, certificate, now)).toMatchObject({
      problem: { code: "CERTIFICATE_IN_USE", facts: { memberName: "Eve Demo" } },
    });
    expect(await replaceCertificate(house.ada.actor, id, alma.certificate, now)).toMatchObject({ ok: true });
  });

  test("whose certificate is replaced is signed out of what the former key opened, and nobody else is", async () => {
    const [former, next] = [await freshKey("Wim Demo"), await freshKey("Wim Demo")];
    const { id } = expectOk(await enrol("Wim Demo", former.certificate));
    const session = { id: crypto.randomUUID() as SessionId, memberId: id };
    const own = { id: house.ada.actor.sessionId, memberId: house.ada.actor.memberId };
    for (const each of [session, own]) await createSession(house.system, { ...each, expiresAt: addDays(now, 1) }, now);
    expectOk(await replaceCertificate(house.ada.actor, id, next.certificate, now));
    expect(await replaceCertificate(house.ada.actor, own.memberId, house.ada.key.certificate, now)).toMatchObject({
      ok: true,
    });
    const limits = { now, idleSince: addDays(now, -1) };
    expect(await findLiveSession(house.system, session.id, limits)).toBeNull();
    expect(await findLiveSession(house.system, own.id, limits)).not.toBeNull();
  });

  test("is enrolled once where two coordinators do so at the same moment", async () => {
    const { certificate } = await freshKey("Vera Demo");
    const outcomes = await Promise.all([enrol("Vera Demo", certificate), enrol("Vera Demo", certificate)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("who sends a private key is told so, and nothing of it is kept", async () => {
    const { lockedKey } = await freshKey("Xenia Demo");
    expect(await enrol("Xenia Demo", lockedKey)).toMatchObject({
      problem: { code: "CERTIFICATE_IS_PRIVATE", field: "certificate" },
    });
    const members = await listMembers(house.ada.actor);
    expect(members.some(({ name }) => name === "Xenia Demo")).toBe(false);
  });

  test("who sends several certificates is asked for one", async () => {
    const both = `${await armoredFixture("curve25519")}\n${await armoredFixture("rsa3072")}`;
    expect(await enrol("Yann Demo", both)).toMatchObject({ problem: { code: "CERTIFICATE_SEVERAL" } });
  });

  test("who sends a certificate that has expired is told when", async () => {
    expect(await enrol("Zoe Demo", await armoredFixture("expired"))).toMatchObject({
      problem: { code: "CERTIFICATE_EXPIRED" },
    });
  });
});

describe("a person's new certificate", () => {
  test("takes the place of the old one", async () => {
    const [first, second] = [await freshKey("Bea Demo"), await freshKey("Bea Demo")];
    const { id } = expectOk(await enrol("Bea Demo", first.certificate));
    expectOk(await replaceCertificate(house.ada.actor, id, second.certificate, now));
    const member = expectOk(await findMember(house.ada.actor, id));
    expect(member.certificate?.fingerprint).toBe(second.fingerprint);
  });

  test("moves a coordinator's pin with it", async () => {
    const [first, second] = [await freshKey("Cleo Demo"), await freshKey("Cleo Demo")];
    const { id } = expectOk(await enrol("Cleo Demo", first.certificate, { isCoordinator: true }));
    expectOk(await replaceCertificate(house.ada.actor, id, second.certificate, now));
    const pinned = (await listPinnedCoordinators(house.anonymous)).map(({ fingerprint }) => fingerprint as string);
    expect(pinned).toContain(second.fingerprint);
    expect(pinned).not.toContain(first.fingerprint);
  });

  test("is not a certificate of somebody else", async () => {
    const outcome = await replaceCertificate(
      house.ada.actor,
      house.dora.actor.memberId,
      house.uma.key.certificate,
      now,
    );
    expect(outcome).toMatchObject({ problem: { code: "CERTIFICATE_IN_USE" } });
  });
});

describe("removing a person", () => {
  test("ends their sessions, at once", async () => {
    const { id } = expectOk(await enrol("Dan Demo", (await freshKey("Dan Demo")).certificate));
    const session = { id: crypto.randomUUID() as typeof house.ada.actor.sessionId, memberId: id };
    await createSession(house.system, { ...session, expiresAt: addDays(now, 1) }, now);
    const limits = { now, idleSince: addDays(now, -1) };
    expect(await findLiveSession(house.system, session.id, limits)).not.toBeNull();
    expectOk(await removeMember(house.ada.actor, id, now));
    expect(await findLiveSession(house.system, session.id, limits)).toBeNull();
    expect(await findMember(house.ada.actor, id)).toMatchObject({ problem: { code: "NOT_FOUND" } });
  });

  test("twice finds nobody the second time", async () => {
    const { id } = expectOk(await enrol("Eli Demo", (await freshKey("Eli Demo")).certificate));
    expectOk(await removeMember(house.ada.actor, id, now));
    expect(await removeMember(house.ada.actor, id, now)).toMatchObject({ problem: { code: "NOT_FOUND" } });
  });

  test("who coordinates takes their pin away, but the last coordinator stays", async () => {
    await freshDatabase();
    house = await smallHouse();
    const second = await freshKey("Finn Demo");
    const { id } = expectOk(await enrol("Finn Demo", second.certificate, { isCoordinator: true }));
    expectOk(await removeMember(house.ada.actor, id, now));
    expect(await listPinnedCoordinators(house.anonymous)).toMatchObject([{ fingerprint: house.ada.key.fingerprint }]);
    expect(await removeMember(house.ada.actor, house.ada.actor.memberId, now)).toMatchObject({
      problem: { code: "LAST_COORDINATOR" },
    });
  });

  test("is a coordinator's to do", async () => {
    expect(await removeMember(house.dora.actor, house.uma.actor.memberId, now)).toMatchObject({
      problem: { code: "NOT_FOUND" },
    });
  });
});
