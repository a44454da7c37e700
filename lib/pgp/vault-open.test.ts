import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { utf8 } from "#lib/base/bytes.ts";
import { addDays } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import type { VaultClient } from "./client.ts";
import { freshKey } from "./fixtures/fresh-key.ts";
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
    expect(await reader.ask("takeSessionKeys", { lines: "nothing", tickets })).toMatchObject({
      problem: { code: "PGP_NOT_A_SESSION_KEY" },
    });
    expect(await reader.ask("takeSessionKeys", { lines: `13:${"0".repeat(64)}`, tickets })).toMatchObject({
      problem: { code: "PGP_OTHER_CIPHER" },
    });
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

  test("out of a keyring that somebody else wrote give way to the key packet", async () => {
    const parts = await sealedByAda(vault, "one");
    const forger = openVault();
    const other = { envelopeId: "one", entity: utf8("forged"), attachments: [], readers: [], signer: null, at };
    expectOk(await forger.ask("seal", other));
    const ring = expectOk(await forger.ask("sealKeyring", { owner: asReader(grace), at }));
    const reader = await openVaultOf(grace);
    const stored = { body: ring.body, keyPacket: ring.keyPacket.bytes, sessionKeyLine: null };
    expect(expectOk(await reader.ask("openKeyring", stored))).toBe(1);
    expect((await openOfAda(reader, received(parts, grace)))[0]).toMatchObject({ ok: true, value: { entity } });
  });
});

/** What gpg would print for the keyring's ticket: another vault that can open it finds the key the long way round. */
async function ticketLine(by: VaultClient, emptyBody: Uint8Array, keyPacket: Uint8Array) {
  await by.ask("open", {
    bodies: [{ envelopeId: "ring", keyPackets: [keyPacket], body: emptyBody, commitment: null }],
    signers: [],
    at,
  });
  return by.ask("disclose", { envelopeId: "ring" });
}
