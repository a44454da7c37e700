import { describe, expect, test } from "vitest";
import { couldEncrypt, keyAlgorithm, minimumRsaBits } from "./key-algorithm.ts";

/** The beginning of a version 4 key packet of RSA, as far as its length in bits. */
function rsaKey(bits: number): Uint8Array {
  return Uint8Array.of(4, 0, 0, 0, 0, 1, bits >> 8, bits);
}

function curveKey(algorithm: number, oid: readonly number[]): Uint8Array {
  return Uint8Array.of(4, 0, 0, 0, 0, algorithm, oid.length, ...oid);
}

describe("an algorithm is judged by its packet", () => {
  test("RSA from 2048 bits on is good", () => {
    expect(keyAlgorithm(rsaKey(minimumRsaBits))).toEqual({ text: "RSA 2048", standing: "good" });
    expect(keyAlgorithm(rsaKey(minimumRsaBits - 1))).toEqual({ text: "RSA 2047", standing: "weak" });
  });

  // By the object identifiers of RFC 9580, section 9.2.
  test.each([
    { oid: "2b06010401da470f01", algorithm: 22, text: "Curve25519", standing: "good" },
    { oid: "2b060104019755010501", algorithm: 18, text: "Curve25519", standing: "good" },
    { oid: "2a8648ce3d030107", algorithm: 19, text: "NIST P-256", standing: "good" },
    { oid: "2b81040022", algorithm: 18, text: "NIST P-384", standing: "good" },
    { oid: "2b81040023", algorithm: 19, text: "NIST P-521", standing: "good" },
    { oid: "2b2403030208010107", algorithm: 18, text: "Brainpool P-256", standing: "unsupported" },
    { oid: "2b240303020801010b", algorithm: 19, text: "Brainpool P-384", standing: "unsupported" },
    { oid: "2b240303020801010d", algorithm: 18, text: "Brainpool P-512", standing: "unsupported" },
    { oid: "2b8104000a", algorithm: 19, text: "secp256k1", standing: "unsupported" },
    { oid: "2b6571", algorithm: 22, text: "Curve448", standing: "unsupported" },
    { oid: "2b656f", algorithm: 18, text: "Curve448", standing: "unsupported" },
  ])("the curve $oid is $text, which is $standing", ({ oid, algorithm, text, standing }) => {
    const bytes = Array.from(oid.matchAll(/../g), ([digits]) => Number.parseInt(digits, 16));
    expect(keyAlgorithm(Uint8Array.of(...curveKey(algorithm, bytes), 0xff))).toEqual({ text, standing });
  });

  test.each([
    { algorithm: 3, standing: "good", encrypts: false },
    { algorithm: 1, standing: "good", encrypts: true },
    { algorithm: 2, standing: "good", encrypts: true },
    { algorithm: 16, standing: "weak", encrypts: true },
    { algorithm: 17, standing: "weak", encrypts: false },
    { algorithm: 20, standing: "weak", encrypts: true },
    { algorithm: 25, standing: "unsupported", encrypts: true },
    { algorithm: 26, standing: "unsupported", encrypts: true },
    { algorithm: 27, standing: "unsupported", encrypts: false },
    { algorithm: 28, standing: "unsupported", encrypts: false },
    { algorithm: 29, standing: "unsupported", encrypts: true },
    { algorithm: 0, standing: "unsupported", encrypts: false },
    { algorithm: 4, standing: "unsupported", encrypts: false },
    { algorithm: 18, standing: "unsupported", encrypts: true },
    { algorithm: 22, standing: "unsupported", encrypts: false },
  ])("number $algorithm is $standing, and could encrypt: $encrypts", ({ algorithm, standing, encrypts }) => {
    const contents = Uint8Array.of(4, 0, 0, 0, 0, algorithm, 8, 0);
    expect(keyAlgorithm(contents).standing).toBe(standing);
    expect(couldEncrypt(contents)).toBe(encrypts);
  });

  test.each([
    { what: "P-521", contents: curveKey(18, [0x2b, 0x81, 0x04, 0x00, 0x23]), standing: "good" },
    { what: "Ed448 of GnuPG 2.4", contents: curveKey(22, [0x2b, 0x65, 0x71]), standing: "unsupported" },
    { what: "a curve that nobody knows", contents: curveKey(18, [1, 2, 3]), standing: "unsupported" },
    { what: "an algorithm of the years to come", contents: curveKey(105, []), standing: "unsupported" },
    { what: "ElGamal that also signs", contents: curveKey(20, []), standing: "weak" },
    { what: "a version 6 key of RSA", contents: Uint8Array.of(6, 0, 0, 0, 0, 1, 16, 0), standing: "unsupported" },
    { what: "a version 3 key", contents: Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 1), standing: "unsupported" },
    { what: "nothing", contents: new Uint8Array(), standing: "unsupported" },
  ])("$what is $standing", ({ contents, standing }) => {
    expect(keyAlgorithm(contents).standing).toBe(standing);
  });
});
