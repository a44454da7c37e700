import { fc, test as property } from "@fast-check/vitest";
import { beforeAll, describe, expect, test } from "vitest";
import { concatBytes, unshared, utf8 } from "#lib/base/bytes.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { dearmor } from "./armor.ts";
import { checkCommitment, commitmentOf } from "./commitment.ts";
import { signCommitment, verifyCommitment } from "./commitment-signature.ts";
import { checkDisclosure } from "./disclose.ts";
import { freshKey, type FreshKey, freshKeyOf } from "./fixtures/fresh-key.ts";
import { grant } from "./grant.ts";
import { openKeyring, sealKeyring } from "./keyring.ts";
import { openpgp } from "./library.ts";
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
    const foreign = await openpgp.generateKey({ type: "curve25519", userIDs: [{ name: "Niklaus" }], format: "object" });
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

  test("that unfolds to more than 64 MiB is refused, one that does not opens", async () => {
    const sessionKey = newSessionKey();
    const zeros = async (mebibytes: number) => {
      const message = await openpgp.createMessage({ binary: new Uint8Array(mebibytes * 1024 * 1024) });
      const config = { preferredCompressionAlgorithm: openpgp.enums.compression.zlib };
      const key = { data: sessionKey, algorithm: "aes256" } as const;
      return openpgp.encrypt({ message, sessionKey: key, config, format: "binary" });
    };
    const bomb = await zeros(65);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await openWithSessionKey({ body: bomb, sessionKey, signers: [], at })).toMatchObject({
      ok: false,
      problem: { code: "PGP_TOO_LARGE", facts: { bytes: null, maximumBytes: 64 * 1024 * 1024 } },
    });
    const large = expectOk(await openWithSessionKey({ body: await zeros(63), sessionKey, signers: [], at }));
    expect(large.entity.length).toBe(63 * 1024 * 1024);
  });

  test("has attachments of their own under the same session key", async () => {
    const attachment = await sealBody(utf8("a core dump"), sealed.sessionKey);
    const options = { sessionKey: sealed.sessionKey, signers: [], at };
    expect(expectOk(await openWithSessionKey({ body: attachment, ...options })).entity).toEqual(utf8("a core dump"));
    expect(expectOk(await openWithSessionKey({ body: sealed.emptyBody, ...options })).entity.length).toBe(0);
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

describe("the verdict on a signature", () => {
  const verdictAt = async (author: FreshKey, signers: readonly FreshKey[], signedAt: Date, judgedAt: Date) => {
    const { body, sessionKey } = expectOk(await seal({ entity, readers: [], signer: author.key, at: signedAt }));
    const opened = expectOk(await openWithSessionKey({ body, sessionKey, signers, at: judgedAt }));
    return opened.signatures[0];
  };

  test("is 'unknown signer' where no certificate given made it", async () => {
    expect(await verdictAt(stranger, [ada, grace], at, at)).toEqual({
      verdict: "unknown-signer",
      verifiedBy: null,
      keyId: stranger.key.keyIds[0],
      signedAt: at,
    });
  });

  test("changes when the key expires: who held it stays known, when it was signed does not", async () => {
    const dayLong = await freshKey("Edsger", { createdAt: at, validSeconds: 86_400 });
    const lastSecond = new Date(addDays(at, 1).getTime() - 1000);
    expect(await verdictAt(dayLong, [dayLong], at, lastSecond)).toMatchObject({ verdict: "verified" });
    expect(await verdictAt(dayLong, [dayLong], at, addDays(at, 1))).toMatchObject({
      verdict: "expired-or-revoked-now",
      verifiedBy: { name: "Edsger" },
    });
  });

  test.each([
    { reason: openpgp.enums.reasonForRevocation.keyCompromised },
    { reason: openpgp.enums.reasonForRevocation.keySuperseded },
  ])("is 'revoked now' with reason $reason, from the revocation on", async ({ reason }) => {
    const { publicKey } = await openpgp.revokeKey({
      key: stranger.privateKey,
      reasonForRevocation: { flag: reason },
      date: addDays(at, 1),
      format: "object",
    });
    const revoked = { ...stranger, certificate: unshared(publicKey.write()) };
    expect(await verdictAt(stranger, [revoked], at, addDays(at, 2))).toMatchObject({
      verdict: "expired-or-revoked-now",
    });
    expect(await verdictAt(stranger, [stranger], at, addDays(at, 2))).toMatchObject({ verdict: "verified" });
  });

  test("stays 'verified' when the key's owner has extended it since", async () => {
    const extended = await openpgp.reformatKey({
      privateKey: stranger.privateKey,
      userIDs: [{ name: "a stranger" }],
      date: addDays(at, 10),
      format: "object",
    });
    const renewed = { ...stranger, certificate: unshared(extended.publicKey.write()) };
    expect(await verdictAt(stranger, [renewed], at, addDays(at, 20))).toMatchObject({ verdict: "verified" });
  });

  test("forgives a signer's clock one day, and not one second more", async () => {
    expect(await verdictAt(ada, [ada], addDays(at, 1), at)).toMatchObject({ verdict: "verified" });
    expect(await verdictAt(ada, [ada], new Date(addDays(at, 1).getTime() + 1000), at)).toMatchObject({
      verdict: "bad",
      verifiedBy: null,
    });
  });

  test("is found for each of two signers", async () => {
    const message = await openpgp.createMessage({ binary: entity });
    const sessionKey = newSessionKey();
    const body = await openpgp.encrypt({
      message,
      signingKeys: [ada.privateKey, stranger.privateKey],
      sessionKey: { data: sessionKey, algorithm: "aes256" },
      date: at,
      format: "binary",
    });
    const opened = expectOk(await openWithSessionKey({ body, sessionKey, signers: [ada], at }));
    expect(opened.signatures.map(({ verdict }) => verdict).sort()).toEqual(["unknown-signer", "verified"]);
  });
});

describe("the commitment", () => {
  test("is frozen: the domain, the session key, the hash of the body", async () => {
    const commitment = await commitmentOf(new Uint8Array(32).fill(7), utf8("body"));
    const digest = async (bytes: Uint8Array<ArrayBuffer>) =>
      new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const expected = concatBytes(
      utf8("fortnight commitment v1\0"),
      new Uint8Array(32).fill(7),
      await digest(utf8("body")),
    );
    expect(commitment).toEqual(await digest(expected));
  });

  test("fits its own body and session key, and no other", async () => {
    const { commitment, sessionKey, body } = sealed;
    expect(await checkCommitment({ commitment, sessionKey, body })).toBe(true);
    expect(await checkCommitment({ commitment, sessionKey: newSessionKey(), body })).toBe(false);
    expect(await checkCommitment({ commitment, sessionKey, body: flipped(body, 30) })).toBe(false);
    expect(await checkCommitment({ commitment: commitment.subarray(1), sessionKey, body })).toBe(false);
  });

  test("is signed by its author, and nobody else can claim so", async () => {
    const { commitment } = sealed;
    const signature = expectOk(await signCommitment({ commitment, key: ada.key, at }));
    const verify = (author: FreshKey, over = commitment, made: Uint8Array | string = signature) =>
      verifyCommitment({ commitment: over, signature: made, author, at });
    expect(expectOk(await verify(ada))).toMatchObject({ verdict: "verified", verifiedBy: { name: "Ada" } });
    const unsigned = { ok: false, problem: { code: "PGP_COMMITMENT_UNSIGNED" } };
    expect(await verify(grace)).toMatchObject(unsigned);
    expect(await verify(ada, unshared(flipped(commitment, 0)))).toMatchObject(unsigned);
    expect(await verify(ada, commitment, signature + signature)).toMatchObject(unsigned);
    expect(expectOk(await verify(ada, commitment, expectOk(dearmor(signature)).bytes)).verdict).toBe("verified");
    expect(await verify(ada, commitment, "no signature")).toMatchObject(unsigned);
  });
});

describe("a disclosure", () => {
  test("is right when key, body and commitment belong together", async () => {
    const { body, commitment, sessionKey } = sealed;
    const disclosed = expectOk(await checkDisclosure({ body, commitment, sessionKey, signers: [ada], at }));
    expect(disclosed).toMatchObject({ entity, signatures: [{ verdict: "verified" }] });
  });

  test("is refused with another key", async () => {
    const { body, commitment } = sealed;
    expect(await checkDisclosure({ body, commitment, sessionKey: newSessionKey(), at })).toMatchObject({
      problem: { code: "PGP_COMMITMENT_MISMATCH" },
    });
  });

  test("is refused when its author committed to a key that opens nothing", async () => {
    const sessionKey = newSessionKey();
    const commitment = await commitmentOf(sessionKey, sealed.body);
    expect(await checkDisclosure({ body: sealed.body, commitment, sessionKey, at })).toMatchObject({
      problem: { code: "PGP_DOES_NOT_OPEN" },
    });
  });
});

describe("a keyring", () => {
  const entries = new Map(Array.from({ length: 500 }, (_, index) => [`envelope-${String(index)}`, newSessionKey()]));

  test("gives its owner back every session key", async () => {
    const ring = expectOk(await sealKeyring({ entries, owner: ada, at }));
    const [keyPacket] = ring.keyPackets;
    const sessionKey = expectOk(await recoverSessionKey(keyPacket?.bytes ?? new Uint8Array(), ada.key));
    expect(expectOk(await openKeyring({ body: ring.body, sessionKey }))).toEqual(entries);
  });

  test("tells by its length only roughly how much is in it", async () => {
    const length = async (count: number) => {
      const some = new Map([...entries].slice(0, count));
      return expectOk(await sealKeyring({ entries: some, owner: ada, at })).body.length;
    };
    expect(await length(1)).toBe(await length(90));
    expect(await length(90)).not.toBe(await length(500));
  });

  test("keeps its session key when it is renewed for a reader by ticket", async () => {
    const first = expectOk(await sealKeyring({ entries, owner: ada, at }));
    const { sessionKey } = first;
    const second = expectOk(await sealKeyring({ entries: new Map(), owner: ada, sessionKey, at: addHours(at, 1) }));
    expect(expectOk(await openKeyring({ body: second.body, sessionKey })).size).toBe(0);
  });

  test.each(["", "another first line\n", "fortnight keyring v1\nid 00\n", "fortnight keyring v1\na b c\n"])(
    "that holds %j is refused",
    async (text) => {
      const { body, sessionKey } = expectOk(await seal({ entity: utf8(text), readers: [], signer: null, at }));
      expect(await openKeyring({ body, sessionKey })).toMatchObject({ problem: { code: "PGP_KEYRING_UNREADABLE" } });
    },
  );
});
