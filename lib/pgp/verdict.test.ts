import { describe, expect, test } from "vitest";
import { concatBytes } from "#lib/base/bytes.ts";
import { addDays, daysBetween } from "#lib/base/instant.ts";
import { problemText } from "#lib/base/problem.ts";
import { expectOk } from "#lib/base/result.ts";
import { certificateBinding, subkeyOf } from "./fixtures/bound-subkey.ts";
import { freshKey } from "./fixtures/fresh-key.ts";
import { fixture, fixturesAt } from "./fixtures/read-fixture.ts";
import { openpgp } from "./library.ts";
import { judgeCertificate } from "./verdict.ts";

async function codeOf(bytes: Uint8Array, at = fixturesAt): Promise<string> {
  const verdict = await judgeCertificate(bytes, at);
  return verdict.ok ? "usable" : verdict.problem.code;
}

async function judged(name: string, at = fixturesAt) {
  return expectOk(await judgeCertificate(await fixture(name), at));
}

describe("a certificate is judged", () => {
  test.each([
    { name: "rsa2048", code: "usable" },
    { name: "rsa3072", code: "usable" },
    { name: "rsa4096", code: "usable" },
    { name: "rsa-single-key", code: "usable" },
    { name: "curve25519", code: "usable" },
    { name: "nist-p256", code: "usable" },
    { name: "cert-only-primary", code: "usable" },
    { name: "two-encryption-subkeys", code: "usable" },
    { name: "encrypt-only", code: "usable" },
    { name: "photo", code: "usable" },
    { name: "distros-list-2011", code: "usable" },
    { name: "expired", code: "CERTIFICATE_EXPIRED" },
    { name: "revoked", code: "CERTIFICATE_REVOKED" },
    { name: "sign-only", code: "CERTIFICATE_NO_ENCRYPTION_SUBKEY" },
    { name: "subkey-expired", code: "CERTIFICATE_ENCRYPTION_SUBKEY_EXPIRED" },
    { name: "subkey-revoked", code: "CERTIFICATE_NO_ENCRYPTION_SUBKEY" },
    { name: "rsa1024", code: "CERTIFICATE_WEAK" },
    { name: "rsa1024-subkey", code: "CERTIFICATE_WEAK" },
    { name: "dsa-elgamal", code: "CERTIFICATE_WEAK" },
    { name: "brainpool", code: "CERTIFICATE_UNSUPPORTED" },
    { name: "brainpool-subkey", code: "CERTIFICATE_UNSUPPORTED" },
    { name: "secp256k1", code: "CERTIFICATE_UNSUPPORTED" },
  ])("$name: $code", async ({ name, code }) => {
    expect(await codeOf(await fixture(name))).toBe(code);
  });

  test.each([
    { name: "dsa-elgamal", code: "CERTIFICATE_WEAK" },
    { name: "curve25519", code: "CERTIFICATE_NO_ENCRYPTION_SUBKEY" },
  ])("$code where nothing says what its only subkey, that of $name, is for", async ({ name, code }) => {
    const certificate = await certificateBinding(await freshKey("Old"), [await subkeyOf(name), {}]);
    expect(await codeOf(certificate)).toBe(code);
  });

  test("of OpenPGP version 6, or version 4 with a new kind of key, as unsupported", async () => {
    const userIDs = [{ name: "new" }];
    for (const v6Keys of [true, false]) {
      const { publicKey } = await openpgp.generateKey({
        userIDs,
        type: "curve25519",
        format: "binary",
        date: fixturesAt,
        config: { v6Keys },
      });
      expect(await codeOf(publicKey)).toBe("CERTIFICATE_UNSUPPORTED");
    }
  });

  test("with a new kind of encryption subkey under an old kind of primary key as unsupported", async () => {
    const { privateKey } = await openpgp.generateKey({
      userIDs: [{ name: "mixed" }],
      date: fixturesAt,
      format: "object",
    });
    const mixed = await privateKey.addSubkey({ type: "curve25519", date: addDays(fixturesAt, 1) });
    expect(await codeOf(mixed.toPublic().write())).toBe("usable");
    expect(await codeOf(mixed.toPublic().write(), addDays(fixturesAt, 1))).toBe("CERTIFICATE_UNSUPPORTED");
  });

  test("without a user id, or with one that it did not sign, as one without a user id", async () => {
    const key = await openpgp.readKey({ binaryKey: await fixture("curve25519") });
    const other = await openpgp.readKey({ binaryKey: await fixture("curve25519-second") });
    const { users } = key;
    key.users = [];
    expect(await codeOf(key.write())).toBe("CERTIFICATE_NO_USER_ID");
    key.users = other.users;
    expect(await codeOf(key.write())).toBe("CERTIFICATE_NO_USER_ID");
    key.users = users;
    expect(await codeOf(key.write())).toBe("usable");
  });

  test("whose subkey is another's as one with nothing to encrypt to", async () => {
    const key = await openpgp.readKey({ binaryKey: await fixture("curve25519") });
    key.subkeys = (await openpgp.readKey({ binaryKey: await fixture("curve25519-second") })).subkeys;
    expect(await codeOf(key.write())).toBe("CERTIFICATE_NO_ENCRYPTION_SUBKEY");
  });

  test("with a flipped bit anywhere, as usable for the same keys or not at all", async () => {
    const bytes = await fixture("curve25519");
    const { certificate: original } = await judged("curve25519");
    for (let place = 0; place < bytes.length; place += 1) {
      const flipped = Uint8Array.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8));
      const verdict = await judgeCertificate(flipped, fixturesAt);
      if (!verdict.ok) continue;
      expect(verdict.value.certificate.fingerprint).toBe(original.fingerprint);
      expect(verdict.value.certificate.encryptionFingerprint).toBe(original.encryptionFingerprint);
    }
  });

  test("as unreadable where it is none, or several, and as private where it is a key", async () => {
    const [one, other] = [await fixture("curve25519"), await fixture("curve25519-second")];
    expect(await codeOf(new Uint8Array())).toBe("CERTIFICATE_UNREADABLE");
    expect(await codeOf(one.subarray(0, -1))).toBe("CERTIFICATE_UNREADABLE");
    expect(await codeOf(Uint8Array.of(...one, ...other))).toBe("CERTIFICATE_UNREADABLE");
    const { privateKey } = await openpgp.generateKey({ userIDs: [{ name: "me" }], format: "binary" });
    expect(await codeOf(privateKey)).toBe("CERTIFICATE_IS_PRIVATE");
  });
});

describe("the instant of the judgement decides", () => {
  const expiresAt = new Date("2026-02-01T12:00:00Z"); // gpg takes a date to mean its noon

  test.each([
    { name: "expired", code: "CERTIFICATE_EXPIRED" },
    { name: "subkey-expired", code: "CERTIFICATE_ENCRYPTION_SUBKEY_EXPIRED" },
  ])("$name: a second before its expiry it is usable, at its expiry it is not", async ({ name, code }) => {
    const bytes = await fixture(name);
    expect((await judged(name, new Date("2026-01-15T00:00:00Z"))).certificate.expiresAt).toEqual(expiresAt);
    expect(await codeOf(bytes, new Date(expiresAt.getTime() - 1000))).toBe("usable");
    expect(await codeOf(bytes, expiresAt)).toBe(code);
  });

  test("says since when", async () => {
    const verdict = await judgeCertificate(await fixture("expired"), fixturesAt);
    if (verdict.ok || verdict.problem.code !== "CERTIFICATE_EXPIRED") throw new Error("not refused as expired");
    expect(verdict.problem.facts.expiredAt).toBe("2026-02-01 12:00:00 UTC");
    expect(problemText(verdict.problem).wrong).toContain("2026-02-01");
  });

  test("before it was made it is not valid yet", async () => {
    const { certificate } = await judged("curve25519");
    const bytes = await fixture("curve25519");
    expect(await codeOf(bytes, new Date(certificate.createdAt.getTime() - 1000))).toBe("CERTIFICATE_NOT_YET_VALID");
    expect(await codeOf(bytes, certificate.createdAt)).toBe("usable");
  });

  test("a key extended by a clock that is ahead is not valid yet, rather than nobody's", async () => {
    const { privateKey } = await openpgp.generateKey({ userIDs: [{ name: "me" }], date: fixturesAt, format: "object" });
    const later = addDays(fixturesAt, 1);
    const { publicKey } = await openpgp.reformatKey({
      privateKey,
      userIDs: [{ name: "me" }],
      date: later,
      format: "binary",
    });
    expect(await codeOf(publicKey)).toBe("CERTIFICATE_NOT_YET_VALID");
    expect(await codeOf(publicKey, later)).toBe("usable");
  });
});

describe("what is kept of a usable certificate", () => {
  test("names the key that the library encrypts to", async () => {
    for (const name of ["rsa3072", "rsa-single-key", "curve25519", "two-encryption-subkeys", "distros-list-2011"]) {
      const { certificate } = await judged(name);
      const encryptionKeys = (await openpgp.readKey({ binaryKey: certificate.bytes })).toPublic();
      const sessionKey = { data: new Uint8Array(32), algorithm: "aes256" } as const;
      const message = await openpgp.readMessage({
        binaryMessage: await openpgp.encryptSessionKey({
          ...sessionKey,
          encryptionKeys,
          date: fixturesAt,
          format: "binary",
        }),
      });
      expect(message.getEncryptionKeyIDs().map((id) => id.toHex().toUpperCase())).toEqual([
        certificate.encryptionKeyId,
      ]);
      expect(certificate.encryptionFingerprint.slice(-16)).toBe(certificate.encryptionKeyId);
      expect(certificate.otherKeyIds).not.toContain(certificate.encryptionKeyId);
    }
  });

  test("takes the newest of two encryption subkeys, once it is there", async () => {
    expect((await judged("two-encryption-subkeys", new Date("2026-01-01T18:00:00Z"))).certificate.algorithm).toBe(
      "RSA 2048",
    );
    expect((await judged("two-encryption-subkeys")).certificate.algorithm).toBe("Curve25519");
  });

  test.each([
    { name: "rsa4096", algorithm: "RSA 4096" },
    { name: "curve25519", algorithm: "Curve25519" },
    { name: "nist-p256", algorithm: "NIST P-256" },
  ])("says $algorithm of $name", async ({ name, algorithm }) => {
    expect((await judged(name)).certificate.algorithm).toBe(algorithm);
  });

  test("lists the keys that may sign: a subkey where the primary only certifies, none where there is none", async () => {
    const { certificate } = await judged("cert-only-primary");
    expect(certificate.signingKeyIds).toHaveLength(1);
    expect(certificate.signingKeyIds).not.toContain(certificate.fingerprint.slice(-16));
    expect((await judged("curve25519")).certificate.signingKeyIds).toHaveLength(1);
    expect((await judged("encrypt-only")).certificate.signingKeyIds).toEqual([]);
  });

  test("leaves out a signing subkey that GnuPG 2.2 cannot read, though its certificate is taken", async () => {
    const { privateKey, fingerprint } = await freshKey("Modern");
    const modern = await privateKey.addSubkey({ type: "curve25519", sign: true, date: privateKey.getCreationTime() });
    const { certificate } = expectOk(await judgeCertificate(modern.toPublic().write(), fixturesAt));
    const [primary, encryption, signing] = modern.getKeys().map((key) => key.getKeyID().toHex().toUpperCase());
    expect(primary).toBe(fingerprint.slice(-16));
    expect(certificate).toMatchObject({ signingKeyIds: [primary], encryptionKeyId: encryption });
    expect(certificate.otherKeyIds).toEqual([primary, signing]);
  });

  test("has no user id under which somebody put the signature of another one", async () => {
    const key = await openpgp.readKey({ binaryKey: await fixture("curve25519") });
    const [user] = key.users;
    if (user === undefined) throw new Error("no user id");
    const packets = new openpgp.PacketList<openpgp.AnyPacket>();
    packets.push(openpgp.UserIDPacket.fromObject({ name: "Mallory" }), ...user.selfCertifications);
    const forged = concatBytes(key.write(), packets.write());
    const { certificate } = expectOk(await judgeCertificate(forged, fixturesAt));
    expect(certificate.userIds).toEqual([user.userID?.userID]);
  });

  test("is, for the list's key of 2011, what its policy page has shown ever since", async () => {
    const { certificate } = await judged("distros-list-2011");
    expect(certificate).toMatchObject({
      fingerprint: "B217AFA7A29493763C964330D6CE4CAE47EAF7F3",
      encryptionKeyId: "8F8D1DE8C738A2E3",
      algorithm: "RSA 2048",
      expiresAt: null,
    });
    expect(certificate.userIds).toHaveLength(2);
  });
});

describe("an owner is warned", () => {
  async function warningsOf(name: string, at = fixturesAt): Promise<readonly string[]> {
    return (await judged(name, at)).warnings.map(({ code }) => code);
  }

  test("of nothing where all is well", async () => {
    expect(await warningsOf("curve25519")).toEqual([]);
    expect(await warningsOf("rsa4096")).toEqual([]);
    expect(await warningsOf("cert-only-primary")).toEqual([]);
  });

  test("of signatures with SHA-1", async () => {
    expect(await warningsOf("distros-list-2011")).toEqual(["CERTIFICATE_SHA1"]);
  });

  test("of a certificate that cannot sign in", async () => {
    expect(await warningsOf("encrypt-only")).toEqual(["CERTIFICATE_CANNOT_SIGN_IN"]);
  });

  test("with the command that mends it, and the instant of the expiry", async () => {
    const mends = async (name: string, at = fixturesAt) =>
      (await judged(name, at)).warnings.map(({ text }) => text.mend);
    expect(await mends("distros-list-2011")).toEqual([
      expect.stringContaining("gpg --quick-set-expire B217AFA7A29493763C964330D6CE4CAE47EAF7F3"),
    ]);
    expect(await mends("encrypt-only")).toEqual([expect.stringContaining("gpg --quick-add-key")]);
    const { warnings } = await judged("expired", new Date("2026-01-15T00:00:00Z"));
    expect(warnings.map(({ text }) => text)).toEqual([
      {
        wrong: expect.stringContaining("2026-02-01 12:00:00 UTC") as string,
        mend: expect.stringContaining("gpg --quick-set-expire") as string,
      },
    ]);
  });

  test("30 days before the expiry, and no earlier", async () => {
    const { expiresAt } = (await judged("curve25519")).certificate;
    if (expiresAt === null) throw new Error("curve25519 does not expire");
    const edge = addDays(expiresAt, -30);
    expect(daysBetween(fixturesAt, expiresAt)).toBeGreaterThan(1000);
    expect(await warningsOf("curve25519", new Date(edge.getTime() - 1000))).toEqual([]);
    expect(await warningsOf("curve25519", edge)).toEqual(["CERTIFICATE_EXPIRES_SOON"]);
  });
});
