import { beforeAll, describe, expect, test } from "vitest";
import { concatBytes, utf8 } from "#lib/base/bytes.ts";
import type { CertificateId, Fingerprint, MemberId, OrganisationId } from "#lib/base/id.ts";
import { expectOk } from "#lib/base/result.ts";
import type { SealedKeyring } from "#lib/data/keyrings.ts";
import type { MemberSummary } from "#lib/data/members.ts";
import { freshKey, type FreshKey } from "#lib/pgp/fixtures/fresh-key.ts";
import { sealKeyring } from "#lib/pgp/keyring.ts";
import { checkKeyring } from "./check-keyring.ts";

const at = new Date("2026-03-02T09:00:00Z");
let keyring: SealedKeyring;
let owner: MemberSummary;

beforeAll(async () => {
  const key = await freshKey("Flora Demo");
  const { keyPackets, body, emptyBody } = await keyringOf(key);
  const [packet] = keyPackets;
  if (packet === undefined) throw new Error("a keyring without a key packet");
  keyring = { keyPacket: packet.bytes, body, emptyBody };
  owner = memberWith(key, packet.encryptionKeyId);
});

async function keyringOf({ name, certificate }: FreshKey) {
  return expectOk(await sealKeyring({ entries: new Map(), owner: { name, certificate }, at }));
}

function memberWith({ name, fingerprint, certificate }: FreshKey, encryptionKeyId: string): MemberSummary {
  return {
    id: crypto.randomUUID() as MemberId,
    name,
    isCoordinator: false,
    organisationId: crypto.randomUUID() as OrganisationId,
    organisation: "FreeBSD",
    listIds: [],
    certificate: {
      id: crypto.randomUUID() as CertificateId,
      fingerprint: fingerprint as Fingerprint,
      encryptionKeyId,
      encryptionFingerprint: fingerprint as Fingerprint,
      algorithm: "Curve25519",
      bytes: certificate,
      sha256: "",
      expiresAt: null,
    },
  };
}

function codeOf(changed: Partial<SealedKeyring>): string | undefined {
  const checked = checkKeyring({ ...keyring, ...changed }, owner);
  return checked.ok ? undefined : checked.problem.code;
}

describe("a keyring envelope", () => {
  test("sealed to its owner is kept", () => {
    expect(codeOf({})).toBeUndefined();
  });

  test("sealed to somebody else is not", async () => {
    const { keyPackets } = await keyringOf(await freshKey("Mallory"));
    expect(codeOf({ keyPacket: keyPackets[0]?.bytes ?? new Uint8Array() })).toBe("PGP_READERS_UNKNOWN");
  });

  test("of an owner who has no certificate is not", () => {
    expect(checkKeyring(keyring, { ...owner, certificate: null })).toMatchObject({
      problem: { code: "PGP_READERS_UNKNOWN" },
    });
  });

  test("is one body, one empty body and one key packet", () => {
    expect(codeOf({ body: utf8("session keys in clear") })).toBe("PGP_NOT_OPENPGP");
    expect(codeOf({ body: concatBytes(keyring.body, keyring.body) })).toBe("PGP_TWO_BODIES");
    expect(codeOf({ emptyBody: keyring.body })).toBe("PGP_TOO_LARGE");
    expect(codeOf({ keyPacket: concatBytes(keyring.keyPacket, keyring.keyPacket) })).toBe("PGP_NOT_OPENPGP");
  });

  test.each([
    { bytes: 2 * 1024 * 1024, code: "PGP_NOT_OPENPGP" },
    { bytes: 2 * 1024 * 1024 + 1, code: "PGP_TOO_LARGE" },
  ])("of $bytes bytes gives $code", ({ bytes, code }) => {
    expect(codeOf({ body: new Uint8Array(bytes) })).toBe(code);
  });
});
