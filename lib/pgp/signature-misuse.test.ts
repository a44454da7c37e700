import { beforeAll, describe, expect, test } from "vitest";
import { unshared, utf8 } from "#lib/base/bytes.ts";
import { addDays } from "#lib/base/instant.ts";
import { createCertificateCache } from "./certificate-cache.ts";
import { freshKey, type FreshKey, freshKeyOf } from "./fixtures/fresh-key.ts";
import { signPacket } from "./fixtures/sign-packet.ts";
import { openpgp } from "./library.ts";
import { judgeSignature, type SignerCertificate } from "./signature-verdict.ts";

const at = new Date("2026-03-02T09:00:00Z");
const bytes = utf8("text");
const { binary, text, standalone, timestamp, certGeneric, subkeyBinding } = openpgp.enums.signature;
const { certifyKeys, signData, authentication } = openpgp.enums.keyFlags;

let ada: FreshKey;

beforeAll(async () => {
  ada = await freshKey("Ada", { createdAt: at });
});

type KeyPacket = openpgp.Key["keyPacket"] | openpgp.Subkey["keyPacket"];

/** A signature by a key, made whether that key may sign or not, as it arrives. */
async function signed(keyPacket: KeyPacket, signatureType: openpgp.enums.signature = binary, signedAt = at) {
  const message = await openpgp.createMessage({ binary: bytes });
  const packets = new openpgp.PacketList<openpgp.AnyPacket>();
  packets.push(await signPacket(keyPacket, { signatureType }, message.packets[0] ?? {}, signedAt));
  const [packet] = (await openpgp.readSignature({ binarySignature: packets.write() })).packets;
  if (packet === undefined) throw new Error("no signature was made");
  return packet;
}

function judge(signature: openpgp.SignaturePacket, signers: readonly SignerCertificate[], now = at) {
  return judgeSignature({ signature, bytes, signers, at: now, cache: createCertificateCache() });
}

describe("a signature", () => {
  test("over no text counts for none: neither a standalone one nor a timestamp", async () => {
    const { keyPacket } = ada.privateKey;
    for (const type of [binary, text]) {
      expect(await judge(await signed(keyPacket, type), [ada])).toMatchObject({ verdict: "verified" });
    }
    for (const type of [standalone, timestamp]) {
      expect(await judge(await signed(keyPacket, type), [ada])).toMatchObject({ verdict: "bad", verifiedBy: null });
    }
  });

  test("may be as old as its key, and not a second older", async () => {
    const { keyPacket } = ada.privateKey;
    expect(await judge(await signed(keyPacket), [ada])).toMatchObject({ verdict: "verified", signedAt: at });
    const early = await signed(keyPacket, binary, new Date(at.getTime() - 1000));
    expect(await judge(early, [ada])).toMatchObject({ verdict: "bad", verifiedBy: null });
  });

  test("is found to be its maker's though a certificate before theirs cannot be read", async () => {
    const damaged = { name: "Barbara", certificate: ada.certificate.subarray(0, 50) };
    expect(await judge(await signed(ada.privateKey.keyPacket), [damaged, ada])).toMatchObject({
      verdict: "verified",
      verifiedBy: { name: "Ada", fingerprint: ada.fingerprint },
    });
  });
});

describe("a signature by a key that may not sign is bad", () => {
  /** Ada's certificate with other flags on its primary key, and one more key to it, bound with flags. */
  async function flagged(primaryFlags: number, subkey: KeyPacket, subkeyFlags: number): Promise<SignerCertificate> {
    const { keyPacket: key, users } = ada.privateKey;
    const userID = users[0]?.userID ?? null;
    if (userID === null) throw new Error("no user ID was made");
    const flags = (byte: number) => ({ keyFlags: Uint8Array.of(byte) });
    const certification = { signatureType: certGeneric, ...flags(primaryFlags) };
    const binding = { signatureType: subkeyBinding, ...flags(subkeyFlags) };
    const packets = new openpgp.PacketList<openpgp.AnyPacket>();
    packets.push(key, userID, await signPacket(key, certification, { userID, key }, at));
    packets.push(subkey, await signPacket(key, binding, { key, bind: subkey }, at));
    const privateKey = await openpgp.readPrivateKey({ binaryKey: packets.write() });
    return { name: "Ada", certificate: unshared(privateKey.toPublic().write()) };
  }

  test("whether a primary key that only certifies or a subkey that only logs in", async () => {
    const added = await openpgp.generateKey({
      type: "ecc",
      curve: "ed25519Legacy",
      userIDs: [{ name: "Ada" }],
      subkeys: [{ sign: true }],
      date: at,
      format: "object",
    });
    const [subkey] = added.privateKey.subkeys;
    if (subkey === undefined) throw new Error("no subkey was made");
    const signer = await flagged(certifyKeys, subkey.keyPacket, authentication);
    expect(await judge(await signed(ada.privateKey.keyPacket), [signer])).toMatchObject({ verdict: "bad" });
    expect(await judge(await signed(subkey.keyPacket), [signer])).toMatchObject({ verdict: "bad", verifiedBy: null });
    const signing = await flagged(certifyKeys | signData, subkey.keyPacket, authentication);
    expect(await judge(await signed(ada.privateKey.keyPacket), [signing])).toMatchObject({ verdict: "verified" });
    expect(await judge(await signed(subkey.keyPacket), [signing])).toMatchObject({ verdict: "bad" });
    expect(await judge(await signed(ada.privateKey.keyPacket), [signer, ada])).toMatchObject({ verdict: "verified" });
  });

  test("which is another thing than a subkey whose owner has revoked it: that one's holder stays known", async () => {
    const made = await openpgp.generateKey({
      type: "ecc",
      curve: "ed25519Legacy",
      userIDs: [{ name: "Edsger" }],
      subkeys: [{ sign: true }],
      date: at,
      format: "object",
    });
    const { privateKey } = made;
    const [subkey] = privateKey.subkeys;
    if (subkey === undefined) throw new Error("no subkey was made");
    const signature = await signed(subkey.keyPacket);
    const edsger = await freshKeyOf("Edsger", privateKey);
    const later = addDays(at, 2);
    expect(await judge(signature, [edsger], later)).toMatchObject({ verdict: "verified" });

    const primary = privateKey.keyPacket as openpgp.SecretKeyPacket;
    const flag = openpgp.enums.reasonForRevocation.keyCompromised;
    privateKey.subkeys[0] = await subkey.revoke(primary, { flag }, addDays(at, 1));
    const revoked = await freshKeyOf("Edsger", privateKey);
    expect(await judge(signature, [revoked], later)).toMatchObject({
      verdict: "expired-or-revoked-now",
      verifiedBy: { name: "Edsger" },
    });
    expect(await judge(await signed(privateKey.keyPacket), [revoked], later)).toMatchObject({ verdict: "verified" });
  });
});
