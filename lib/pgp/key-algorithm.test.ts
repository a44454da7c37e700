import { describe, expect, test } from "vitest";
import { keyAlgorithm, minimumRsaBits } from "./key-algorithm.ts";

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

  test.each([
    { what: "P-521", contents: curveKey(18, [0x2b, 0x81, 0x04, 0x00, 0x23]), standing: "good" },
    { what: "Ed448 of GnuPG 2.4", contents: curveKey(22, [0x2b, 0x65, 0x71]), standing: "unsupported" },
    { what: "a curve that nobody knows", contents: curveKey(18, [1, 2, 3]), standing: "unsupported" },
    { what: "an algorithm of the years to come", contents: curveKey(105, []), standing: "unsupported" },
    { what: "ElGamal that also signs", contents: curveKey(20, []), standing: "weak" },
    { what: "a version 3 key", contents: Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 1), standing: "unsupported" },
    { what: "nothing", contents: new Uint8Array(), standing: "unsupported" },
  ])("$what is $standing", ({ contents, standing }) => {
    expect(keyAlgorithm(contents).standing).toBe(standing);
  });
});
