import { hex } from "#lib/base/bytes.ts";

/** What a key packet's algorithm is, in words, and whether everybody's software here can and should use it. */
export interface KeyAlgorithm {
  /** Such as `RSA 4096` or `Curve25519`. */
  readonly text: string;
  readonly standing: "good" | "weak" | "unsupported";
}

export const minimumRsaBits = 2048;

/** Curves by their object identifier (RFC 9580, section 9.2); what GnuPG 2.2 and OpenPGP.js both do is good. */
const curves: ReadonlyMap<string, KeyAlgorithm> = new Map([
  ["2b06010401da470f01", { text: "Curve25519", standing: "good" }], // Ed25519
  ["2b060104019755010501", { text: "Curve25519", standing: "good" }],
  ["2a8648ce3d030107", { text: "NIST P-256", standing: "good" }],
  ["2b81040022", { text: "NIST P-384", standing: "good" }],
  ["2b81040023", { text: "NIST P-521", standing: "good" }],
  ["2b2403030208010107", { text: "Brainpool P-256", standing: "unsupported" }],
  ["2b240303020801010b", { text: "Brainpool P-384", standing: "unsupported" }],
  ["2b240303020801010d", { text: "Brainpool P-512", standing: "unsupported" }],
  ["2b8104000a", { text: "secp256k1", standing: "unsupported" }],
  ["2b6571", { text: "Curve448", standing: "unsupported" }], // Ed448
  ["2b656f", { text: "Curve448", standing: "unsupported" }],
]);

/** Public key algorithms (RFC 9580, section 9.1) that have neither a length nor a curve to look at. */
const fixed: ReadonlyMap<number, KeyAlgorithm> = new Map([
  [16, { text: "ElGamal", standing: "weak" }],
  [17, { text: "DSA", standing: "weak" }],
  [20, { text: "ElGamal", standing: "weak" }],
  [25, { text: "Curve25519 in its new form of 2024", standing: "unsupported" }],
  [26, { text: "Curve448 in its new form of 2024", standing: "unsupported" }],
  [27, { text: "Curve25519 in its new form of 2024", standing: "unsupported" }],
  [28, { text: "Curve448 in its new form of 2024", standing: "unsupported" }],
]);

const encryptionAlgorithms: ReadonlySet<number> = new Set([1, 2, 16, 18, 20, 25, 26]);

/**
 * The algorithm of a public key or subkey.
 *
 * @param contents - Of its packet (RFC 9580, section 5.5.2): version, 4 bytes of time, algorithm, numbers.
 */
export function keyAlgorithm(contents: Uint8Array): KeyAlgorithm {
  const [version = 0] = contents;
  if (version !== 4) return { text: `OpenPGP version ${String(version)}`, standing: "unsupported" };

  const algorithm = contents[5] ?? 0;
  if (algorithm >= 1 && algorithm <= 3) return rsa(((contents[6] ?? 0) << 8) | (contents[7] ?? 0));
  if (algorithm === 18 || algorithm === 19 || algorithm === 22) {
    const oid = hex(contents.subarray(7, 7 + (contents[6] ?? 0)));
    return curves.get(oid) ?? { text: "an unknown elliptic curve", standing: "unsupported" };
  }
  return fixed.get(algorithm) ?? { text: `public key algorithm ${String(algorithm)}`, standing: "unsupported" };
}

/** Whether the algorithm of a key packet is one that can encrypt at all, or one that nobody here knows. */
export function couldEncrypt(contents: Uint8Array): boolean {
  const algorithm = contents[5] ?? 0;
  return encryptionAlgorithms.has(algorithm) || algorithm > 28;
}

function rsa(bits: number): KeyAlgorithm {
  return { text: `RSA ${String(bits)}`, standing: bits < minimumRsaBits ? "weak" : "good" };
}
