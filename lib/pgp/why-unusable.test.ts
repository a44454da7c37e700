import { beforeAll, describe, expect, test } from "vitest";
import { concatBytes } from "#lib/base/bytes.ts";
import { addDays, utcSecondText } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { certificateBinding, subkeyOf, toEncrypt, toSign } from "./fixtures/bound-subkey.ts";
import { freshKey, freshKeyOf, type FreshKey } from "./fixtures/fresh-key.ts";
import { fixture, fixturesAt } from "./fixtures/read-fixture.ts";
import { openpgp } from "./library.ts";
import { judgeCertificate } from "./verdict.ts";

const daySeconds = 86_400;

async function problemOf(bytes: Uint8Array, at = fixturesAt) {
  const verdict = await judgeCertificate(bytes, at);
  return verdict.ok ? "usable" : verdict.problem;
}

/** A key that signs itself with a hash that no other kind of key would sign with any more. */
async function rsaKey(preferredHashAlgorithm: openpgp.enums.hash): Promise<FreshKey> {
  const { privateKey } = await openpgp.generateKey({
    userIDs: [{ name: "RSA" }],
    type: "rsa",
    rsaBits: 2048,
    date: new Date("2026-01-01T00:00:00Z"),
    format: "object",
    config: {
      preferredHashAlgorithm,
      rejectHashAlgorithms: new Set<never>(),
      nonDeterministicSignaturesViaNotation: false,
    },
  });
  return freshKeyOf("RSA", privateKey);
}

let owner: FreshKey;
let fingerprint: string;
beforeAll(async () => {
  owner = await freshKey("Owner"); // of 1 January 2026
  ({ fingerprint } = owner);
});

describe("an owner is told which certificate is refused, and what of it", () => {
  test.each([
    {
      name: "expired",
      code: "CERTIFICATE_EXPIRED",
      facts: { expiredAt: "2026-02-01 12:00:00 UTC" },
    },
    {
      name: "subkey-expired",
      code: "CERTIFICATE_ENCRYPTION_SUBKEY_EXPIRED",
      facts: { expiredAt: "2026-02-01 12:00:00 UTC" },
    },
    { name: "revoked", code: "CERTIFICATE_REVOKED", facts: {} },
    { name: "sign-only", code: "CERTIFICATE_NO_ENCRYPTION_SUBKEY", facts: {} },
    { name: "rsa1024", code: "CERTIFICATE_WEAK", facts: { algorithm: "RSA 1024" } },
    { name: "rsa1024-subkey", code: "CERTIFICATE_WEAK", facts: { algorithm: "RSA 1024" } },
    { name: "secp256k1", code: "CERTIFICATE_UNSUPPORTED", facts: { algorithm: "secp256k1" } },
  ])("$name: $code", async ({ name, code, facts }) => {
    const bytes = await fixture(name);
    const primary = (await openpgp.readKey({ binaryKey: bytes })).getFingerprint().toUpperCase();
    expect(await problemOf(bytes)).toEqual({ code, facts: { fingerprint: primary, ...facts } });
  });

  test("without a user id", async () => {
    const key = owner.privateKey.toPublic();
    key.users = [];
    expect(await problemOf(key.write())).toEqual({ code: "CERTIFICATE_NO_USER_ID", facts: { fingerprint } });
  });

  test("signed with MD5 throughout", async () => {
    const { certificate, fingerprint } = await rsaKey(openpgp.enums.hash.md5);
    expect(await problemOf(certificate)).toEqual({
      code: "CERTIFICATE_WEAK",
      facts: { fingerprint, algorithm: "signatures with MD5 or RIPEMD" },
    });
  });

  test("from when on it will be valid, where its owner's clock is ahead", async () => {
    const at = addDays(owner.privateKey.getCreationTime(), -1);
    expect(await problemOf(owner.certificate, at)).toEqual({
      code: "CERTIFICATE_NOT_YET_VALID",
      facts: { fingerprint, validFrom: "2026-01-01 00:00:00 UTC" },
    });
    const { publicKey } = await openpgp.reformatKey({
      privateKey: owner.privateKey,
      userIDs: [{ name: "Owner" }],
      date: addDays(fixturesAt, 1),
      format: "binary",
    });
    expect(await problemOf(publicKey)).toEqual({
      code: "CERTIFICATE_NOT_YET_VALID",
      facts: { fingerprint, validFrom: "2026-06-02 12:00:00 UTC" },
    });
  });
});

describe("an encryption subkey is refused", () => {
  test("where MD5 binds it, taken with a warning where SHA-1 does, and without where SHA-256 does", async () => {
    const { md5, sha1, sha256 } = openpgp.enums.hash;
    const rsa = await rsaKey(sha256);
    const subkey = await subkeyOf("curve25519");
    const boundWith = (hash: openpgp.enums.hash) => certificateBinding(rsa, [subkey, { flags: toEncrypt, hash }]);
    expect(await problemOf(await boundWith(md5))).toEqual({
      code: "CERTIFICATE_WEAK",
      facts: { fingerprint: rsa.fingerprint, algorithm: "signatures with MD5 or RIPEMD" },
    });
    for (const [hash, codes] of [
      [sha1, ["CERTIFICATE_SHA1"]],
      [sha256, []],
    ] as const) {
      const { warnings } = expectOk(await judgeCertificate(await boundWith(hash), fixturesAt));
      expect(warnings.map(({ code }) => code)).toEqual(codes);
    }
  });

  test("where its owner's clock was ahead when it was bound, until then", async () => {
    const boundAt = addDays(fixturesAt, 1);
    const bytes = await certificateBinding(owner, [await subkeyOf("curve25519"), { flags: toEncrypt, boundAt }]);
    expect(await problemOf(bytes)).toEqual({
      code: "CERTIFICATE_NOT_YET_VALID",
      facts: { fingerprint, validFrom: "2026-06-02 12:00:00 UTC" },
    });
    expect(await problemOf(bytes, boundAt)).toBe("usable");
  });

  test("before it was made, though an earlier signature binds it", async () => {
    const subkey = await subkeyOf("curve25519");
    const at = new Date(subkey.created.getTime() - 1000);
    const early = await freshKey("Early", { createdAt: addDays(at, -2) });
    const boundAt = addDays(at, -1);
    const bytes = await certificateBinding(early, [subkey, { flags: toEncrypt, boundAt }]);
    const validFrom = utcSecondText(subkey.created);
    expect(await problemOf(bytes, at)).toEqual({
      code: "CERTIFICATE_NOT_YET_VALID",
      facts: { fingerprint: early.fingerprint, validFrom },
    });
  });

  test("from the end that the newest signature names, in whichever order the signatures stand", async () => {
    const subkey = await subkeyOf("curve25519");
    const end = addDays(subkey.created, 60);
    const short = { flags: toEncrypt, validSeconds: 30 * daySeconds, boundAt: addDays(subkey.created, 1) };
    const long = { flags: toEncrypt, validSeconds: 60 * daySeconds, boundAt: addDays(subkey.created, 2) };
    const expiredAt = utcSecondText(end);
    for (const bindings of [
      [short, long],
      [long, short],
    ]) {
      const bytes = await certificateBinding(owner, [subkey, ...bindings]);
      expect(await problemOf(bytes, new Date(end.getTime() - 1000))).toBe("usable");
      expect(await problemOf(bytes, end)).toEqual({
        code: "CERTIFICATE_ENCRYPTION_SUBKEY_EXPIRED",
        facts: { fingerprint, expiredAt },
      });
    }
  });

  test("for the last end of several", async () => {
    const [one, other] = [await subkeyOf("curve25519"), await subkeyOf("curve25519-second")];
    const last = new Date(Math.max(one.created.getTime(), other.created.getTime()) + 40 * daySeconds * 1000);
    const lasting = (created: Date, end: Date) => ({
      flags: toEncrypt,
      boundAt: addDays(created, 1),
      validSeconds: (end.getTime() - created.getTime()) / 1000,
    });
    for (const ends of [
      [last, addDays(last, -10)],
      [addDays(last, -10), last],
    ] as const) {
      const bytes = await certificateBinding(
        owner,
        [one, lasting(one.created, ends[0])],
        [other, lasting(other.created, ends[1])],
      );
      expect(await problemOf(bytes)).toMatchObject({
        code: "CERTIFICATE_ENCRYPTION_SUBKEY_EXPIRED",
        facts: { expiredAt: utcSecondText(last) },
      });
    }
  });

  test("for its own weakness, not that of the signing subkey before it", async () => {
    const signing = await subkeyOf("cert-only-primary");
    const bytes = await certificateBinding(
      owner,
      [signing, { flags: toSign }],
      [await subkeyOf("rsa1024-subkey"), { flags: toEncrypt }],
    );
    expect(await problemOf(bytes)).toEqual({ code: "CERTIFICATE_WEAK", facts: { fingerprint, algorithm: "RSA 1024" } });
  });

  test("for its curve while it has not expired, and then for that it has", async () => {
    const subkey = await subkeyOf("secp256k1");
    const end = addDays(subkey.created, 30);
    const unsupported = { code: "CERTIFICATE_UNSUPPORTED", facts: { fingerprint, algorithm: "secp256k1" } };
    const bytes = await certificateBinding(owner, [subkey, { flags: toEncrypt, validSeconds: 30 * daySeconds }]);
    expect(await problemOf(bytes, new Date(end.getTime() - 1000))).toEqual(unsupported);
    expect(await problemOf(bytes, end)).toMatchObject({ code: "CERTIFICATE_ENCRYPTION_SUBKEY_EXPIRED" });

    const endless = await certificateBinding(owner, [subkey, { flags: toEncrypt }]);
    expect(await problemOf(endless, end)).toEqual(unsupported);
  });
});

describe("a certificate has nothing to encrypt to", () => {
  test("where what expired only signed", async () => {
    const subkey = await subkeyOf("rsa2048");
    const bytes = await certificateBinding(owner, [subkey, { flags: toSign, validSeconds: daySeconds }]);
    expect(await problemOf(bytes)).toEqual({ code: "CERTIFICATE_NO_ENCRYPTION_SUBKEY", facts: { fingerprint } });
  });

  test("where its owner revoked the subkey that later expired: to extend it would be wrong", async () => {
    const { privateKey } = await openpgp.generateKey({
      userIDs: [{ name: "me" }],
      date: owner.privateKey.getCreationTime(),
      subkeys: [{ keyExpirationTime: 30 * daySeconds }],
      format: "object",
    });
    const expired = privateKey.toPublic().write();
    expect(await problemOf(expired)).toMatchObject({ code: "CERTIFICATE_ENCRYPTION_SUBKEY_EXPIRED" });
    const [subkey] = privateKey.subkeys;
    if (subkey === undefined || !(privateKey.keyPacket instanceof openpgp.SecretKeyPacket))
      throw new Error("no subkey");
    privateKey.subkeys = [await subkey.revoke(privateKey.keyPacket, {}, addDays(privateKey.getCreationTime(), 10))];
    expect(await problemOf(privateKey.toPublic().write())).toMatchObject({ code: "CERTIFICATE_NO_ENCRYPTION_SUBKEY" });
  });

  test("where its only subkey is of a kind that we do not know: one that encrypts is named, one that signs is not", async () => {
    const bare = owner.privateKey.toPublic();
    bare.subkeys = [];
    // ML-KEM-768 with X25519, and ML-DSA-65 with Ed25519, as the post-quantum draft numbers them; and the Ed25519 of 2024.
    const subkeyOfKind = (algorithm: number) => Uint8Array.of(0xce, 38, 4, 0x69, 0x55, 0xb9, 0, algorithm, ...key32);
    expect(await problemOf(concatBytes(bare.write(), subkeyOfKind(35)))).toEqual({
      code: "CERTIFICATE_UNSUPPORTED",
      facts: { fingerprint, algorithm: "public key algorithm 35" },
    });
    expect(await problemOf(concatBytes(bare.write(), subkeyOfKind(27)))).toEqual({
      code: "CERTIFICATE_NO_ENCRYPTION_SUBKEY",
      facts: { fingerprint },
    });
  });
});

const key32 = new Uint8Array(32).fill(9);
