import { concatBytes, parseBase64, utf8 } from "#lib/base/bytes.ts";
import type { Fingerprint } from "#lib/base/id.ts";
import { openpgp } from "./library.ts";
import type { ReceiptSeeds } from "./receipt.ts";
import { unlockedKeyOf } from "./unlock.ts";
import type { UnlockedKey } from "./unlock.ts";

/** The key pair that grows from a reporter's receipt. */
export interface ReporterKey {
  readonly key: UnlockedKey;
  /** The public certificate, binary: the only part that a server is given. */
  readonly certificate: Uint8Array<ArrayBuffer>;
  readonly fingerprint: Fingerprint;
}

/** Of every reporter's key, so that the same receipt always gives the same fingerprint, and it tells no date. */
const createdAt = new Date("2026-01-01T00:00:00Z");
const userId = "Reporter";

/** What stands before the 32 bytes of a secret in PKCS #8, by the last byte of its curve's OID (RFC 8410, section 7). */
function pkcs8Prefix(curve: number): Uint8Array<ArrayBuffer> {
  const version = [0x02, 0x01, 0x00];
  const algorithm = [0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, curve];
  return Uint8Array.of(0x30, 0x2e, ...version, ...algorithm, 0x04, 0x22, 0x04, 0x20);
}

const ed25519 = {
  name: "Ed25519",
  pkcs8Prefix: pkcs8Prefix(0x70),
  oid: Uint8Array.of(0x09, 0x2b, 0x06, 0x01, 0x04, 0x01, 0xda, 0x47, 0x0f, 0x01),
  algorithm: openpgp.enums.publicKey.eddsaLegacy,
  keyDerivation: Uint8Array.of(),
  usages: ["sign"],
} as const;

const x25519 = {
  name: "X25519",
  pkcs8Prefix: pkcs8Prefix(0x6e),
  oid: Uint8Array.of(0x0a, 0x2b, 0x06, 0x01, 0x04, 0x01, 0x97, 0x55, 0x01, 0x05, 0x01),
  algorithm: openpgp.enums.publicKey.ecdh,
  keyDerivation: Uint8Array.of(0x03, 0x01, 0x08, 0x07), // SHA-256 and AES-128 (RFC 9580, section 11.5), as GnuPG writes it
  usages: ["deriveBits"],
} as const;

/**
 * The key and certificate of a receipt: OpenPGP version 4, Ed25519 and Curve25519 in the form that GnuPG 2.2 reads.
 * The same seeds always give the same bytes. Needs a WebCrypto with Ed25519 and X25519.
 */
export async function reporterKeyFromSeeds(seeds: ReceiptSeeds): Promise<ReporterKey> {
  const decryptionScalar = clamp(seeds.decryption).reverse();
  const bare = concatBytes(
    packet(openpgp.enums.packet.secretKey, await secretKeyBody(ed25519, seeds.signing, seeds.signing)),
    packet(openpgp.enums.packet.userID, utf8(userId)),
    packet(openpgp.enums.packet.secretSubkey, await secretKeyBody(x25519, seeds.decryption, decryptionScalar)),
  );
  const unsigned = await openpgp.readPrivateKey({ binaryKey: bare });
  const { privateKey, publicKey } = await openpgp.reformatKey({
    privateKey: unsigned,
    userIDs: [{ name: userId }],
    date: createdAt,
    format: "object",
    config: { nonDeterministicSignaturesViaNotation: false },
  });
  return {
    key: await unlockedKeyOf(privateKey),
    certificate: concatBytes(publicKey.write()),
    fingerprint: publicKey.getFingerprint().toUpperCase() as Fingerprint,
  };
}

/** The body of a version 4 secret key packet without a passphrase (RFC 9580, sections 5.5.2 and 5.5.3). */
async function secretKeyBody(
  curve: typeof ed25519 | typeof x25519,
  seed: Uint8Array<ArrayBuffer>,
  secretNumber: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const secret = multiprecision(secretNumber);
  const checksum = secret.reduce((sum, byte) => (sum + byte) & 0xffff, 0);
  const seconds = createdAt.getTime() / 1000;
  return concatBytes(
    Uint8Array.of(4, seconds >>> 24, seconds >>> 16, seconds >>> 8, seconds, curve.algorithm),
    curve.oid,
    multiprecision(concatBytes(Uint8Array.of(0x40), await publicPoint(curve, seed))),
    curve.keyDerivation,
    Uint8Array.of(0), // not locked
    secret,
    Uint8Array.of(checksum >> 8, checksum),
  );
}

/** The public half of a curve's secret, which WebCrypto tells only of keys that it may export. */
async function publicPoint(
  curve: typeof ed25519 | typeof x25519,
  seed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const encoded = concatBytes(curve.pkcs8Prefix, seed);
  const key = await crypto.subtle.importKey("pkcs8", encoded, { name: curve.name }, true, curve.usages);
  const { x } = await crypto.subtle.exportKey("jwk", key);
  const point = parseBase64((x ?? "").replace(/-/g, "+").replace(/_/g, "/"));
  if (point?.length !== 32) throw new Error(`no public point of 32 bytes for ${curve.name}`);
  return point;
}

/** Makes 32 bytes a scalar of X25519 (RFC 7748, section 5), which GnuPG expects to find clamped. */
function clamp(seed: Uint8Array): Uint8Array<ArrayBuffer> {
  const scalar = concatBytes(seed);
  scalar[0] = (scalar[0] ?? 0) & 0xf8;
  scalar[31] = ((scalar[31] ?? 0) & 0x7f) | 0x40;
  return scalar;
}

/** A number with its length in bits and without leading zeros (RFC 9580, section 3.2). */
function multiprecision(number: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = number.findIndex((byte) => byte !== 0);
  if (start < 0) return Uint8Array.of(0, 0);
  const digits = number.subarray(start);
  const bits = digits.length * 8 - (Math.clz32(digits[0] ?? 0) - 24);
  return concatBytes(Uint8Array.of(bits >> 8, bits), digits);
}

/** A packet whose body is shorter than 192 bytes, as that of every key and user id here is. */
function packet(tag: number, body: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatBytes(Uint8Array.of(0xc0 | tag, body.length), body);
}
