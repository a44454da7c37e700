import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { utf8 } from "#lib/base/bytes.ts";
import { addDays } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import type { VaultClient } from "./client.ts";
import { type FreshKey, freshKey } from "./fixtures/fresh-key.ts";
import {
  asReader,
  endVaults,
  openVault,
  openVaultOf,
  received,
  sealedAt,
  sealedEntity,
} from "./fixtures/vault-bench.ts";
import { ada, grace, openOfAda, sealedByAda } from "./fixtures/vault-pair.ts";
import { sealEmptyBody } from "./seal.ts";
import { newSessionKey, parseSessionKeyLine, sessionKeyLine } from "./session-key.ts";

const at = sealedAt;
const entity = sealedEntity;

let vault: VaultClient;

beforeEach(async () => {
  vault = await openVaultOf(ada);
});

afterEach(endVaults);

describe("session keys in a vault", () => {
  test("are granted to more readers, with progress, from memory or by key packet", async () => {
    const parts = await sealedByAda(vault);
    const reader = await openVaultOf(grace);
    const newcomer = await freshKey("Edsger");
    const envelopes = [received(parts, grace), { envelopeId: "unknown", keyPackets: [] }];
    const [granted, missing] = await reader.ask("grant", { envelopes, readers: [asReader(newcomer)], at });
    expect(missing).toMatchObject({ problem: { code: "PGP_NOT_UNLOCKED" } });
    const [keyPacket] = expectOk(granted ?? { ok: false, problem: { code: "none" } });
    const theirs = { ...received(parts, newcomer), keyPackets: [keyPacket?.bytes ?? new Uint8Array()] };
    expect((await openOfAda(await openVaultOf(newcomer), theirs))[0]).toMatchObject({ ok: true, value: { entity } });
  });

  test("are granted from memory where no key packet is at hand, and to nobody where one reader cannot be", async () => {
    const parts = await sealedByAda(vault);
    const [newcomer, expired] = [await freshKey("Edsger"), await freshKey("Barbara", { validSeconds: 86_400 })];
    const envelopes = [{ envelopeId: "one", keyPackets: [] }];
    const [granted] = await vault.ask("grant", { envelopes, readers: [asReader(newcomer)], at });
    const keyPackets = expectOk(granted ?? { ok: false, problem: { code: "none" } });
    expect(keyPackets).toMatchObject([{ fingerprint: newcomer.fingerprint }]);
    const theirs = { ...received(parts, newcomer), keyPackets: keyPackets.map(({ bytes }) => bytes) };
    expect((await openOfAda(await openVaultOf(newcomer), theirs))[0]).toMatchObject({ ok: true, value: { entity } });

    const readers = [asReader(newcomer), asReader(expired)];
    expect(await vault.ask("grant", { envelopes, readers, at })).toMatchObject([
      { problem: { code: "PGP_READER_UNUSABLE", facts: { name: "Barbara" } } },
    ]);
    expect(await vault.ask("sealKeyring", { owner: asReader(expired), at })).toMatchObject({
      problem: { code: "PGP_READER_UNUSABLE", facts: { name: "Barbara" } },
    });
  });

  test("are disclosed one by one", async () => {
    await sealedByAda(vault);
    const line = expectOk(await vault.ask("disclose", { envelopeId: "one" }));
    expect(expectOk(parseSessionKeyLine(line)).length).toBe(32);
  });

  test("complete an envelope that gpg made", async () => {
    const { body, commitment } = await sealedByAda(vault);
    const completed = expectOk(await vault.ask("complete", { envelopeId: "one", body }));
    expect(completed.commitment).toBe(commitment);
    expect(completed.emptyBody.length).toBeLessThan(128);
  });

  test("printed by gpg for many tickets are told apart, in any order and with strangers among them", async () => {
    const reader = openVault();
    const keys = Array.from({ length: 6 }, () => newSessionKey());
    const tickets = await Promise.all(
      keys.map(async (key, index) => ({ envelopeId: String(index), emptyBody: await sealEmptyBody(key) })),
    );
    const [first, second, , fourth, fifth] = keys.map((key) => `gpg: session key: '${sessionKeyLine(key)}'`);
    const stranger = sessionKeyLine(newSessionKey());
    const lines = [first, "gpg: encrypted with 255-bit ECDH key", second, "", stranger, fifth, fourth].join("\r\n");
    expect(expectOk(await reader.ask("takeSessionKeys", { lines, tickets }))).toEqual({
      envelopeIds: ["0", "1", "4", "3"],
      strangers: 1,
    });
    expect(expectOk(await reader.ask("disclose", { envelopeId: "4" }))).toBe(
      sessionKeyLine(keys[4] ?? newSessionKey()),
    );
    const twice = `${sessionKeyLine(keys[2] ?? newSessionKey())}\n`.repeat(2);
    expect(expectOk(await reader.ask("takeSessionKeys", { lines: twice, tickets }))).toEqual({
      envelopeIds: ["2"],
      strangers: 1,
    });
    expect(await reader.ask("takeSessionKeys", { lines: "nothing", tickets })).toMatchObject({
      problem: { code: "PGP_NOT_A_SESSION_KEY" },
    });
    const camellia = `nothing\n13:${"0".repeat(64)}\nnothing`;
    expect(await reader.ask("takeSessionKeys", { lines: camellia, tickets })).toMatchObject({
      problem: { code: "PGP_OTHER_CIPHER" },
    });
  });

  test.each([
    { place: "is the last that is tried after 20,000 tickets", before: 19_999, found: ["mine"] },
    { place: "comes later than that is not looked for", before: 20_000, found: [] },
  ])("for a ticket that $place", async ({ before, found }) => {
    const sessionKey = newSessionKey();
    const foreign = Array.from({ length: before }, () => ({ envelopeId: "another's", emptyBody: Uint8Array.of(0) }));
    const tickets = [...foreign, { envelopeId: "mine", emptyBody: await sealEmptyBody(sessionKey) }];
    const lines = sessionKeyLine(sessionKey);
    expect(expectOk(await openVault().ask("takeSessionKeys", { lines, tickets })).envelopeIds).toEqual(found);
  });

  test("travel in a keyring to the owner's next tab, by key or by ticket", async () => {
    const parts = await sealedByAda(vault);
    const ring = expectOk(await vault.ask("sealKeyring", { owner: asReader(ada), at }));
    expect(ring.size).toBe(1);
    const stored = { body: ring.body, keyPacket: ring.keyPacket.bytes };
    const mail = { ...received(parts, ada), keyPackets: [] };

    const byKey = await openVaultOf(ada);
    expect(expectOk(await byKey.ask("openKeyring", { ...stored, sessionKeyLine: null }))).toBe(1);
    expect((await openOfAda(byKey, mail))[0]?.ok).toBe(true);

    const byTicket = openVault();
    expect(await byTicket.ask("openKeyring", { ...stored, sessionKeyLine: null })).toMatchObject({
      problem: { code: "PGP_NOT_UNLOCKED" },
    });
    const line = sessionKeyLine(
      expectOk(parseSessionKeyLine(expectOk(await ticketLine(byKey, ring.emptyBody, stored.keyPacket)))),
    );
    expect(expectOk(await byTicket.ask("openKeyring", { ...stored, sessionKeyLine: line }))).toBe(1);
    const renewed = expectOk(await byTicket.ask("sealKeyring", { owner: asReader(ada), at: addDays(at, 1) }));
    const again = openVault();
    const next = { body: renewed.body, keyPacket: renewed.keyPacket.bytes, sessionKeyLine: line };
    expect(expectOk(await again.ask("openKeyring", next))).toBe(1);
  });

  test("travel under a fresh key each time where their owner reads by key", async () => {
    await sealedByAda(vault);
    const first = expectOk(await vault.ask("sealKeyring", { owner: asReader(ada), at }));
    const stored = { body: first.body, keyPacket: first.keyPacket.bytes };
    expectOk(await vault.ask("openKeyring", { ...stored, sessionKeyLine: null }));
    const line = expectOk(await ticketLine(vault, first.emptyBody, stored.keyPacket));
    const second = expectOk(await vault.ask("sealKeyring", { owner: asReader(ada), at }));
    const renewed = { body: second.body, keyPacket: second.keyPacket.bytes, sessionKeyLine: line };
    expect(await openVault().ask("openKeyring", renewed)).toMatchObject({ problem: { code: "PGP_DOES_NOT_OPEN" } });
    expect(expectOk(await openVault().ask("openKeyring", { ...stored, sessionKeyLine: line }))).toBe(1);
    expect(await openVault().ask("openKeyring", { ...stored, sessionKeyLine: "no line" })).toMatchObject({
      problem: { code: "PGP_NOT_A_SESSION_KEY" },
    });
  });

  test("serve again without the key that they came by, and a damaged attachment does not drive them out", async () => {
    const parts = await sealedByAda(vault, null);
    const mail = received(parts, ada);
    expect((await openOfAda(vault, mail))[0]?.ok).toBe(true);
    await vault.ask("lock", { fingerprint: ada.fingerprint });
    const damaged = parts.body.map((byte, index) => (index === parts.body.length - 1 ? byte ^ 1 : byte));
    const attachment = { ...mail, keyPackets: [], commitment: null };
    const outcomes = await openOfAda(vault, { ...attachment, body: damaged }, mail, attachment);
    expect(outcomes).toMatchObject([
      { ok: false, problem: { code: "PGP_DOES_NOT_OPEN" } },
      { ok: true, value: { entity, commitment: "fits" } },
      { ok: true, value: { entity, commitment: "none" } },
    ]);
  });

  test("found by key packet outlive what a keyring says", async () => {
    const parts = await sealedByAda(vault, "one");
    const line = expectOk(await vault.ask("disclose", { envelopeId: "one" }));
    const { ring } = await forgeFor(grace);
    const reader = await openVaultOf(grace);
    expect((await openOfAda(reader, received(parts, grace)))[0]?.ok).toBe(true);
    expect(expectOk(await reader.ask("openKeyring", ring))).toBe(1);
    expect(expectOk(await reader.ask("disclose", { envelopeId: "one" }))).toBe(line);
  });

  test("out of a forged keyring open no forged body in the place of the one that was committed to", async () => {
    const parts = await sealedByAda(vault, "one");
    const { ring, body } = await forgeFor(grace);
    const reader = await openVaultOf(grace);
    expect(expectOk(await reader.ask("openKeyring", ring))).toBe(1);
    const forged = { ...received(parts, grace), body };
    expect((await openOfAda(reader, forged))[0]).toMatchObject({ problem: { code: "PGP_DOES_NOT_OPEN" } });
    expect(await reader.ask("disclose", { envelopeId: "one" })).toMatchObject({
      problem: { code: "PGP_NOT_UNLOCKED" },
    });
    expect((await openOfAda(reader, received(parts, grace)))[0]).toMatchObject({ ok: true, value: { entity } });
  });

  test("out of a keyring that somebody else wrote give way to the key packet", async () => {
    const parts = await sealedByAda(vault, "one");
    const { ring } = await forgeFor(grace);
    const reader = await openVaultOf(grace);
    expect(expectOk(await reader.ask("openKeyring", ring))).toBe(1);
    expect((await openOfAda(reader, received(parts, grace)))[0]).toMatchObject({ ok: true, value: { entity } });
  });
});

/** Another body for the envelope, and a keyring with its session key: what a server could put before a reader. */
async function forgeFor(reader: FreshKey) {
  const forger = openVault();
  const other = { envelopeId: "one", entity: utf8("forged"), attachments: [], readers: [], signer: null, at };
  const { body } = expectOk(await forger.ask("seal", other));
  const sealed = expectOk(await forger.ask("sealKeyring", { owner: asReader(reader), at }));
  return { body, ring: { body: sealed.body, keyPacket: sealed.keyPacket.bytes, sessionKeyLine: null } };
}

/** What gpg would print for the keyring's ticket: another vault that can open it finds the key the long way round. */
async function ticketLine(by: VaultClient, emptyBody: Uint8Array, keyPacket: Uint8Array) {
  await by.ask("open", {
    bodies: [{ envelopeId: "ring", keyPackets: [keyPacket], body: emptyBody, commitment: null }],
    signers: [],
    at,
  });
  return by.ask("disclose", { envelopeId: "ring" });
}
