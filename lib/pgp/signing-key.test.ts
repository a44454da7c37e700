import { describe, expect, test } from "vitest";
import { addDays } from "#lib/base/instant.ts";
import { freshKey } from "./fixtures/fresh-key.ts";
import { fixture, fixturesAt } from "./fixtures/read-fixture.ts";
import { openpgp } from "./library.ts";
import { whyMayNotSign } from "./signing-key.ts";

const madeAt = new Date("2026-01-01T00:00:00Z");

/** A key with a subkey of its own to sign with; valid for 30 days where the subkey is asked for with an end. */
async function withSigningSubkey(options: openpgp.SubkeyOptions & { readonly type?: "ecc" | "curve25519" } = {}) {
  const { privateKey } = await freshKey("Signer");
  const key = await privateKey.addSubkey({ type: "ecc", sign: true, date: madeAt, ...options });
  const subkey = key.subkeys.at(-1);
  if (subkey === undefined || !(key.keyPacket instanceof openpgp.SecretKeyPacket)) throw new Error("no subkey");
  return { key, subkey, primary: key.keyPacket };
}

async function verdict(certificate: openpgp.Key, keyId: openpgp.KeyID, at = fixturesAt) {
  const outcome = await whyMayNotSign(certificate.toPublic().write(), keyId, at);
  return outcome.ok ? "may sign" : outcome.problem;
}

describe("a subkey may sign", () => {
  test("as long as it is valid, and its primary key may as well", async () => {
    const { key, subkey } = await withSigningSubkey();
    expect(await verdict(key, subkey.getKeyID())).toBe("may sign");
    expect(await verdict(key, key.getKeyID())).toBe("may sign");
  });

  test("until it expires, and not from then on", async () => {
    const { key, subkey } = await withSigningSubkey({ keyExpirationTime: 30 * 86_400 });
    const end = addDays(madeAt, 30);
    expect(await verdict(key, subkey.getKeyID(), new Date(end.getTime() - 1000))).toBe("may sign");
    const expired = { code: "KEY_EXPIRED", expiredAt: "2026-01-31 00:00:00 UTC" };
    expect(await verdict(key, subkey.getKeyID(), end)).toEqual(expired);
    expect(await verdict(key, key.getKeyID(), end)).toBe("may sign");
  });

  test("until it is revoked, which leaves the primary key alone", async () => {
    const { key, subkey, primary } = await withSigningSubkey();
    const reason = { flag: openpgp.enums.reasonForRevocation.keyRetired };
    const revoked = await subkey.revoke(primary, reason, addDays(madeAt, 10));
    key.subkeys = [...key.subkeys.slice(0, -1), revoked];
    expect(await verdict(key, subkey.getKeyID(), addDays(madeAt, 9))).toBe("may sign");
    expect(await verdict(key, subkey.getKeyID())).toEqual({ code: "KEY_REVOKED" });
    expect(await verdict(key, key.getKeyID())).toBe("may sign");
  });

  test("only if GnuPG 2.2 can read it", async () => {
    const { key, subkey } = await withSigningSubkey({ type: "curve25519" });
    expect(await verdict(key, subkey.getKeyID())).toEqual({ code: "KEY_MAY_NOT_SIGN" });
    expect(await verdict(key, key.getKeyID())).toBe("may sign");
  });

  test("and not where it is for encryption, or is not the certificate's own", async () => {
    const { key, subkey } = await withSigningSubkey();
    const [encryption] = key.subkeys;
    if (encryption === undefined) throw new Error("no encryption subkey");
    expect(await verdict(key, encryption.getKeyID())).toEqual({ code: "KEY_MAY_NOT_SIGN" });
    const { privateKey: other } = await freshKey("Other");
    expect(await verdict(other, subkey.getKeyID())).toEqual({ code: "KEY_UNKNOWN" });
    other.subkeys = [subkey];
    expect(await verdict(other, subkey.getKeyID())).toEqual({ code: "KEY_MAY_NOT_SIGN" });
  });
});

test.each([
  { name: "revoked", fault: { code: "KEY_REVOKED" } },
  { name: "expired", fault: { code: "KEY_EXPIRED", expiredAt: "2026-02-01 12:00:00 UTC" } },
  { name: "rsa1024", fault: { code: "KEY_MAY_NOT_SIGN" } },
  { name: "dsa-elgamal", fault: { code: "KEY_MAY_NOT_SIGN" } },
  { name: "brainpool", fault: { code: "KEY_MAY_NOT_SIGN" } },
])("the primary key of $name: $fault.code", async ({ name, fault }) => {
  const key = await openpgp.readKey({ binaryKey: await fixture(name) });
  expect(await verdict(key, key.getKeyID())).toEqual(fault);
});
