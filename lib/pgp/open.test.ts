import { fc, test as property } from "@fast-check/vitest";
import { beforeAll, describe, expect, test } from "vitest";
import { concatBytes, unshared, utf8 } from "#lib/base/bytes.ts";
import { addDays } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { freshKey, type FreshKey, freshKeyOf } from "./fixtures/fresh-key.ts";
import { grant } from "./grant.ts";
import { answeredBytes, openpgp } from "./library.ts";
import { openEnvelope, openWithSessionKey, recoverSessionKey } from "./open.ts";
import { seal, sealBody, type SealedEnvelope } from "./seal.ts";
import { newSessionKey } from "./session-key.ts";

const at = new Date("2026-03-02T09:00:00Z");
const entity = utf8("Content-Type: text/plain\r\n\r\nsecret\n");

let ada: FreshKey;
let grace: FreshKey;
let stranger: FreshKey;
let sealed: SealedEnvelope;

beforeAll(async () => {
  [ada, grace, stranger] = await Promise.all([freshKey("Ada"), freshKey("Grace"), freshKey("a stranger")]);
  sealed = expectOk(await seal({ entity, readers: [ada, grace], signer: ada.key, at }));
});

function keyPacketOf({ fingerprint }: FreshKey): Uint8Array {
  const found = sealed.keyPackets.find((keyPacket) => keyPacket.fingerprint === fingerprint);
  if (found === undefined) throw new Error("no key packet for this reader");
  return found.bytes;
}

const flipped = (bytes: Uint8Array, index: number) => bytes.map((byte, each) => (each === index ? byte ^ 1 : byte));

describe("a sealed envelope", () => {
  test("opens for each reader, byte for byte, with its author", async () => {
    for (const reader of [ada, grace]) {
      const keyPacket = keyPacketOf(reader);
      const opened = await openEnvelope({ keyPacket, body: sealed.body, key: reader.key, signers: [grace, ada], at });
      expect(expectOk(opened)).toMatchObject({
        entity,
        sessionKey: sealed.sessionKey,
        signatures: [{ verdict: "verified", verifiedBy: { name: "Ada", fingerprint: ada.fingerprint }, signedAt: at }],
      });
    }
  });

  property.prop([fc.uint8Array({ maxLength: 5000 })], { numRuns: 20 })("gives back any bytes", async (anyEntity) => {
    const { body, sessionKey, keyPackets } = expectOk(await seal({ entity: anyEntity, readers: [], signer: null, at }));
    const opened = expectOk(await openWithSessionKey({ body, sessionKey, signers: [], at }));
    expect(opened).toMatchObject({ entity: anyEntity, signatures: [] });
    expect(keyPackets).toEqual([]);
  });

  test("names the reader whose certificate cannot be used, and why", async () => {
    const expired = await freshKey("Edsger", { validSeconds: 86_400 });
    const damaged = { name: "Barbara", certificate: ada.certificate.subarray(0, 100) };
    const foreign = await openpgp.generateKey({
      type: "curve25519",
      userIDs: [{ name: "Niklaus" }],
      date: at,
      format: "object",
    });
    const niklaus = await freshKeyOf("Niklaus", foreign.privateKey);
    const privateOne = { name: "Tony", certificate: unshared(ada.privateKey.write()) };
    const otherSubkey = { ...grace, name: "Grace", encryptionKeyId: "0123456789ABCDEF" };
    const reasons = new Map<{ name: string; certificate: Uint8Array }, string>([
      [expired, "CERTIFICATE_EXPIRED"],
      [damaged, "CERTIFICATE_UNREADABLE"],
      [niklaus, "CERTIFICATE_UNSUPPORTED"],
      [privateOne, "CERTIFICATE_IS_PRIVATE"],
      [otherSubkey, "CERTIFICATE_NO_ENCRYPTION_SUBKEY"],
    ]);
    for (const [reader, reason] of reasons) {
      expect(await seal({ entity, readers: [ada, reader, grace], signer: null, at })).toEqual({
        ok: false,
        problem: { code: "PGP_READER_UNUSABLE", facts: { name: reader.name, reason } },
      });
    }
  });

  test("is judged by the server's clock: the last second of a certificate serves, the next does not", async () => {
    const createdAt = new Date("2026-01-01T00:00:00Z");
    const dayLong = await freshKey("Edsger", { createdAt, validSeconds: 86_400 });
    const sealAt = (instant: Date) => seal({ entity, readers: [dayLong], signer: null, at: instant });
    expect((await sealAt(createdAt)).ok).toBe(true);
    expect((await sealAt(new Date("2026-01-01T23:59:59Z"))).ok).toBe(true);
    expect((await sealAt(addDays(createdAt, 1))).ok).toBe(false);
    expect((await sealAt(new Date("2025-12-31T23:59:59Z"))).ok).toBe(false);
  });

  test("is refused to a signer whose key may not sign then", async () => {
    const expired = await freshKey("Edsger", { validSeconds: 86_400 });
    const outcome = await seal({ entity, readers: [ada], signer: expired.key, at });
    expect(outcome).toMatchObject({ ok: false, problem: { code: "PGP_SIGNER_UNUSABLE" } });
  });

  test("does not open for a key that it is not sealed to", async () => {
    expect(await recoverSessionKey(keyPacketOf(ada), stranger.key)).toMatchObject({
      problem: { code: "PGP_NOT_FOR_THIS_KEY", facts: { keyId: sealed.keyPackets[0]?.encryptionKeyId } },
    });
  });

  test("is told from what is none", async () => {
    const refusalOf = (bytes: Uint8Array) =>
      openWithSessionKey({ body: bytes, sessionKey: newSessionKey(), signers: [], at });
    expect(await refusalOf(concatBytes(keyPacketOf(ada), sealed.body))).toMatchObject({
      problem: { code: "PGP_TRAILING_PACKETS" },
    });
    expect(await refusalOf(ada.certificate)).toMatchObject({ problem: { code: "PGP_NOT_ENCRYPTED" } });
    expect(await recoverSessionKey(sealed.body, ada.key)).toMatchObject({ problem: { code: "PGP_NOT_OPENPGP" } });
    const hidden = keyPacketOf(ada).map((byte, index) => (index >= 3 && index < 11 ? 0 : byte));
    expect(await recoverSessionKey(hidden, ada.key)).toMatchObject({ problem: { code: "PGP_HIDDEN_RECIPIENT" } });
  });

  describe("for a key part of which is locked", () => {
    /** Ada's key with a passphrase, which has opened the primary key or the subkeys and not the others. */
    async function halfOpen(part: "primary" | "subkeys"): Promise<FreshKey> {
      const locked = await openpgp.encryptKey({ privateKey: ada.privateKey, passphrase: "correct horse" });
      const parts = part === "primary" ? [locked.keyPacket] : locked.subkeys.map(({ keyPacket }) => keyPacket);
      for (const each of parts) if ("decrypt" in each) await each.decrypt("correct horse");
      return freshKeyOf("Ada", locked);
    }

    test("opens where the subkey's secret is at hand, and is signed by nobody then", async () => {
      const { key } = await halfOpen("subkeys");
      expect(await recoverSessionKey(keyPacketOf(ada), key)).toEqual({ ok: true, value: sealed.sessionKey });
      expect(await seal({ entity, readers: [], signer: key, at })).toEqual({
        ok: false,
        problem: { code: "PGP_KEY_STUB", facts: {} },
      });
    });

    test("does not open where the primary key's alone is, and is signed all the same", async () => {
      const { key } = await halfOpen("primary");
      expect(await recoverSessionKey(keyPacketOf(ada), key)).toEqual({
        ok: false,
        problem: { code: "PGP_KEY_STUB", facts: {} },
      });
      expect((await seal({ entity, readers: [], signer: key, at })).ok).toBe(true);
    });
  });

  test.each([
    { cipher: "3DES, which the key's owner does not rule out", algorithm: "tripledes", bytes: 24, told: 2 },
    { cipher: "Blowfish, which they do not name", algorithm: "blowfish", bytes: 16, told: null },
  ] as const)("is not opened where its cipher is $cipher", async ({ algorithm, bytes, told }) => {
    const keyPacket: unknown = await openpgp.encryptSessionKey({
      data: new Uint8Array(bytes).fill(7),
      algorithm,
      encryptionKeys: ada.privateKey.toPublic(),
      date: at,
      format: "binary",
    });
    expect(await recoverSessionKey(answeredBytes(keyPacket), ada.key)).toEqual({
      ok: false,
      problem: { code: "PGP_OTHER_CIPHER", facts: { cipher: told } },
    });
  });

  test.each([16, 32])("may have a session key of %i bytes", async (length) => {
    const sessionKey = new Uint8Array(length).fill(7);
    const { keyPackets, body } = expectOk(await seal({ entity, readers: [ada], signer: null, sessionKey, at }));
    const keyPacket = keyPackets[0]?.bytes ?? new Uint8Array();
    const opened = await openEnvelope({ keyPacket, body, key: ada.key, signers: [], at });
    expect(expectOk(opened)).toMatchObject({ entity, sessionKey });
  });

  test("does not open when one bit of body or key packet is changed", async () => {
    const { body, sessionKey } = sealed;
    for (const index of [20, Math.floor(body.length / 2), body.length - 1]) {
      expect(await openWithSessionKey({ body: flipped(body, index), sessionKey, signers: [], at })).toMatchObject({
        ok: false,
        problem: { code: "PGP_DOES_NOT_OPEN" },
      });
    }
    const keyPacket = keyPacketOf(ada);
    expect(await recoverSessionKey(flipped(keyPacket, keyPacket.length - 1), ada.key)).toMatchObject({
      problem: { code: "PGP_DOES_NOT_OPEN" },
    });
  });

  test("opens no longer with another session key, or another's body", async () => {
    const other = expectOk(await seal({ entity, readers: [ada], signer: null, at }));
    for (const [body, sessionKey] of [
      [sealed.body, other.sessionKey],
      [other.body, sealed.sessionKey],
    ] as const) {
      expect(await openWithSessionKey({ body, sessionKey, signers: [], at })).toMatchObject({
        problem: { code: "PGP_DOES_NOT_OPEN" },
      });
    }
  });

  test("has attachments of their own under the same session key", async () => {
    const attachment = await sealBody(utf8("a core dump"), sealed.sessionKey);
    const options = { sessionKey: sealed.sessionKey, signers: [], at };
    expect(expectOk(await openWithSessionKey({ body: attachment, ...options })).entity).toEqual(utf8("a core dump"));
    expect(expectOk(await openWithSessionKey({ body: sealed.emptyBody, ...options })).entity.length).toBe(0);
  });

  test("tells in attachments and tickets no time, not even to whoever opens them", async () => {
    const { sessionKey } = sealed;
    for (const body of [await sealBody(utf8("a core dump"), sessionKey), sealed.emptyBody]) {
      const message = await openpgp.readMessage({ binaryMessage: body });
      const opened = await message.decrypt(undefined, undefined, [{ data: sessionKey, algorithm: "aes256" }]);
      const [literal] = opened.unwrapCompressed().packets;
      expect(literal).toMatchObject({ date: new Date(0) });
    }
  });
});

describe("a grant", () => {
  test("lets one more reader in, without the body", async () => {
    const sessionKey = expectOk(await recoverSessionKey(keyPacketOf(grace), grace.key));
    const granted = expectOk(await grant({ sessionKey, reader: stranger, at }));
    expect(granted.fingerprint).toBe(stranger.fingerprint);
    const opened = await openEnvelope({
      keyPacket: granted.bytes,
      body: sealed.body,
      key: stranger.key,
      signers: [],
      at,
    });
    expect(expectOk(opened).entity).toEqual(entity);
  });

  test("goes to the key that the roster names", async () => {
    const [, subkey] = ada.key.keyIds;
    if (subkey === undefined) throw new Error("no subkey");
    const reader = { ...ada, encryptionKeyId: subkey };
    expect(expectOk(await grant({ sessionKey: newSessionKey(), reader, at })).encryptionKeyId).toBe(subkey);
  });
});
