import { beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { makeGpgHome } from "#e2e/support/gpg.ts";
import { houseFurnishedAt, listOf, rosterOf, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { addDays } from "#lib/base/instant.ts";
import { hex, sha256, utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { findCurrentRoster } from "#lib/data/rosters.ts";
import type { DemoMember } from "#prisma/seed/demo-members.ts";
import { demoPassphrase, makeDemoKey } from "#prisma/seed/demo-key.ts";
import { unlockDemoKey, unwatched } from "#prisma/seed/demo-vault.ts";
import { draftRoster, rosterDays, rosterWarningDays } from "./draft-roster.ts";
import { enrolMember, removeMember, replaceCertificate } from "./enrol.ts";
import { publishRoster } from "./publish-roster.ts";

const now = addDays(houseFurnishedAt, 1);
let house: SmallHouse;

beforeEach(async () => {
  await freshDatabase();
  house = await smallHouse();
});

async function draft(at = now) {
  return expectOk(await draftRoster(house.ada.actor, listOf(house, "distros").id, at));
}

async function signedBy({ key }: Pick<DemoMember, "key">, text: string, at = now): Promise<string> {
  const fingerprint = await unlockDemoKey(house.vault, key);
  return expectOk(await house.vault.signText({ fingerprint, text, at }, unwatched));
}

function publish(signedText: string, at = now) {
  return publishRoster(house.ada.actor, { listId: listOf(house, "distros").id, signedText }, at);
}

async function newcomer(name = "Nora Demo") {
  const key = await makeDemoKey({
    name,
    address: "nora@example.org",
    algorithm: "Curve25519",
    createdAt: houseFurnishedAt,
    validDays: 730,
  });
  const { organisationId } = house.flora.actor;
  const listIds = [listOf(house, "distros").id];
  const person = { organisationId, name, address: null, isCoordinator: false, listIds, certificate: key.certificate };
  const { id } = expectOk(await enrolMember(house.ada.actor, person, now));
  return { id, key };
}

async function coordinator(name: string) {
  const key = await makeDemoKey({ ...spare, name });
  const { organisationId } = house.flora.actor;
  const person = { organisationId, name, address: null, isCoordinator: true, listIds: [] };
  const { id } = expectOk(await enrolMember(house.ada.actor, { ...person, certificate: key.certificate }, now));
  return { id, key };
}

describe("the next roster", () => {
  test("follows the one before by version and hash, and names everybody who can be sealed to", async () => {
    const before = rosterOf(house, "distros");
    const { id } = await newcomer();
    const next = await draft();
    expect(next).toMatchObject({ version: 2, previous: hex(await sha256(utf8(before.signedText))) });
    expect(next.changes).toMatchObject([{ kind: "added", name: "Nora Demo", organisation: "FreeBSD" }]);
    expect(next.expiresAt).toEqual(addDays(now, rosterDays));

    expect(await publish(await signedBy(house.ada, next.text))).toEqual({ ok: true, value: 2 });
    const { readers } = expectOk(await findCurrentRoster(house.anonymous, listOf(house, "distros").id));
    expect(readers.map(({ name }) => name)).toEqual(["Ada Demo", "Dora Demo", "Flora Demo", "Nora Demo", "Uma Demo"]);
    expect(readers.find(({ name }) => name === "Nora Demo")?.memberId).toBe(id);
  });

  test("tells who has gone, and whose certificate is another", async () => {
    expectOk(await removeMember(house.ada.actor, house.flora.actor.memberId, now));
    const { key } = await newcomer();
    await publish(await signedBy(house.ada, (await draft()).text));
    const again = await makeDemoKey({ ...spare, name: "Dora Demo" });
    expectOk(await replaceCertificate(house.ada.actor, house.dora.actor.memberId, again.certificate, now));
    expect((await draft()).changes).toMatchObject([{ kind: "replaced", name: "Dora Demo" }]);
    expect(key.fingerprint).not.toBe(again.fingerprint);
  });

  test("is asked for 30 days before the current one runs out, and not a millisecond sooner", async () => {
    const warnedAt = addDays(houseFurnishedAt, rosterDays - rosterWarningDays);
    expect((await draft(new Date(warnedAt.getTime() - 1))).runsOutSoon).toBe(false);
    expect((await draft(warnedAt)).runsOutSoon).toBe(true);
  });

  test("holds for half a year at most, whatever its coordinator signs", async () => {
    const early = await draft(now);
    const later = new Date(now.getTime() - 1);
    const signed = await signedBy(house.ada, early.text);
    expect(await publish(signed, later)).toMatchObject({ problem: { code: "ROSTER_CHANGED" } });
    expect(await publish(signed, now)).toMatchObject({ ok: true });
  });

  test("leaves out whose certificate has expired, from that instant on", async () => {
    const expiresAt = addDays(houseFurnishedAt, 40);
    const justBefore = new Date(expiresAt.getTime() - 1);
    expect((await draft(justBefore)).leftOut).toEqual([]);
    expect((await draft(expiresAt)).leftOut).toMatchObject([{ name: "Uma Demo" }]);
    expect((await draft(expiresAt)).changes).toMatchObject([{ kind: "removed", name: "Uma Demo" }]);
  });

  test("says when browsers refuse the current one, because the coordinator who signed it is gone", async () => {
    expect((await draft()).currentProblem).toBeNull();
    const { id, key } = await coordinator("Otis Demo");
    await publish(await signedBy({ key }, (await draft()).text));
    expect((await draft()).currentProblem).toBeNull();
    expectOk(await removeMember(house.ada.actor, id, now));
    expect((await draft()).currentProblem).toMatchObject({ code: "ROSTER_NOT_SIGNED" });
  });

  test("cannot be drafted where nobody is left to read", async () => {
    const listId = listOf(house, "distros").id;
    for (const { actor } of [house.dora, house.uma, house.flora])
      expectOk(await removeMember(house.system, actor.memberId, now));
    const afterAda = addDays(houseFurnishedAt, 730);
    expect(await draftRoster(house.ada.actor, listId, afterAda)).toMatchObject({ problem: { code: "ROSTER_EMPTY" } });
  });

  test("is no business of a member who does not coordinate", async () => {
    const listId = listOf(house, "distros").id;
    expect(await draftRoster(house.dora.actor, listId, now)).toMatchObject({ problem: { code: "NOT_FOUND" } });
    const signedText = await signedBy(house.ada, (await draft()).text);
    expect(await publishRoster(house.dora.actor, { listId, signedText }, now)).toMatchObject({
      problem: { code: "NOT_FOUND" },
    });
  });
});

describe("a signed roster is not published", () => {
  test("when somebody came after it was drafted", async () => {
    const signed = await signedBy(house.ada, (await draft()).text);
    await newcomer();
    expect(await publish(signed)).toMatchObject({ problem: { code: "ROSTER_CHANGED" } });
  });

  test("when somebody went, or published before", async () => {
    const first = await signedBy(house.ada, (await draft()).text);
    const second = await signedBy(house.ada, (await draft()).text);
    expect(await publish(first)).toMatchObject({ ok: true });
    expect(await publish(second)).toMatchObject({ problem: { code: "ROSTER_CHANGED" } });
    const third = await signedBy(house.ada, (await draft()).text);
    expectOk(await removeMember(house.ada.actor, house.flora.actor.memberId, now));
    expect(await publish(third)).toMatchObject({ problem: { code: "ROSTER_CHANGED" } });
  });

  test("twice, when two coordinators publish at the same moment", async () => {
    const { text } = await draft();
    const signed = await signedBy(house.ada, text);
    const outcomes = await Promise.all([publish(signed), publish(signed)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { code: "ROSTER_CHANGED" } });
  });

  test("when a member who is no coordinator signed it", async () => {
    const signed = await signedBy(house.dora, (await draft()).text);
    expect(await publish(signed)).toMatchObject({ problem: { code: "ROSTER_NOT_SIGNED" } });
  });

  test("when a coordinator who was removed signed it", async () => {
    const { id, key } = await coordinator("Otis Demo");
    const signed = await signedBy({ key }, (await draft()).text);
    expectOk(await removeMember(house.ada.actor, id, now));
    expect(await publish(signed)).toMatchObject({ problem: { code: "ROSTER_NOT_SIGNED" } });
  });

  test("when it was changed after it was signed, or is none at all", async () => {
    const signed = await signedBy(house.ada, (await draft()).text);
    expect(await publish(signed.replace("Dora Demo", "Dora Doom"))).toMatchObject({
      problem: { code: "ROSTER_TAMPERED" },
    });
    expect(await publish("Dear server, please.")).toMatchObject({ problem: { code: "ROSTER_NOT_SIGNED" } });
  });

  test("when it is the other list's", async () => {
    const { text } = expectOk(await draftRoster(house.ada.actor, listOf(house, "linux-distros").id, now));
    expect(await publish(await signedBy(house.ada, text))).toMatchObject({ problem: { code: "ROSTER_OTHER_LIST" } });
  });
});

test("a roster signed in a terminal with gpg is published like one signed in a browser", async () => {
  const at = new Date();
  const { text } = await draft(at);
  const home = await makeGpgHome();
  try {
    const unlock = ["--passphrase", demoPassphrase];
    await home.output([...unlock, "--import"], house.ada.key.lockedKey);
    const signed = await home.output([...unlock, "--clearsign"], text);
    expect(await publish(`Here it is:\n\n${signed.toString()}\n`, at)).toEqual({ ok: true, value: 2 });
  } finally {
    await home.remove();
  }
});

const spare = {
  address: "spare@example.org",
  algorithm: "Curve25519",
  createdAt: houseFurnishedAt,
  validDays: 730,
} as const;
