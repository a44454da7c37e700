import { fc, test as property } from "@fast-check/vitest";
import { beforeAll, describe, expect, test } from "vitest";
import { concatBytes, utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { checkBody, checkKeyPacket, joinEnvelope, maximumKeyPackets, splitEnvelope } from "./envelope-check.ts";
import { freshKey, type FreshKey } from "./fixtures/fresh-key.ts";
import { seal, type SealedEnvelope } from "./seal.ts";

const at = new Date("2026-03-02T09:00:00Z");
const packet = (tag: number, contents: Uint8Array) =>
  concatBytes(Uint8Array.of(0xc0 | tag, 0xff, 0, 0, contents.length >> 8, contents.length & 0xff), contents);

const keyId = [0x39, 0x2c, 0xcb, 0x5a, 0x85, 0x95, 0xb4, 0xdf];
/** A version 3 key packet to RSA with a number of 16 bits. */
const keyPacket = packet(1, Uint8Array.of(3, ...keyId, 1, 0, 16, 0x80, 1));
const bodyContents = (version: number, length = 60) => Uint8Array.of(version, ...new Uint8Array(length - 1));
const body = packet(18, bodyContents(1));

let readers: readonly FreshKey[];
let sealed: SealedEnvelope;

beforeAll(async () => {
  readers = await Promise.all(["Ada", "Grace"].map((name) => freshKey(name)));
  sealed = expectOk(await seal({ entity: utf8("hello"), readers, signer: null, at }));
});

function codeOf(...parts: readonly Uint8Array[]): string {
  const split = splitEnvelope(concatBytes(...parts));
  return split.ok ? "ok" : split.problem.code;
}

describe("an envelope", () => {
  test("is split into key packets and body, and joined again", () => {
    const whole = concatBytes(...sealed.keyPackets.map(({ bytes }) => bytes), sealed.body);
    const split = expectOk(splitEnvelope(whole));
    expect(split.keyPackets).toEqual(
      sealed.keyPackets.map(({ encryptionKeyId, bytes }) => ({ encryptionKeyId, bytes })),
    );
    expect(split.body).toEqual(sealed.body);
    expect(concatBytes(...split.keyPackets.map(({ bytes }) => bytes), split.body)).toEqual(whole);
  });

  property.prop([fc.array(fc.uint8Array({ minLength: 2, maxLength: 300 }), { maxLength: 5 }), fc.nat({ max: 9000 })])(
    "joined from any key packets and body splits into the same",
    (secrets, length) => {
      const keyPackets = secrets.map((secret, index) =>
        packet(1, Uint8Array.of(3, ...keyId.slice(1), index, 1, ...multiprecision(secret))),
      );
      const anyBody = packet(18, bodyContents(1, length + 42));
      const split = expectOk(splitEnvelope(joinEnvelope(concatBytes(...keyPackets), anyBody)));
      expect(split.keyPackets.map(({ bytes }) => [...bytes])).toEqual(keyPackets.map((bytes) => [...bytes]));
      expect(split.body).toEqual(anyBody);
    },
  );

  property.prop([fc.uint8Array({ maxLength: 400 })])("is looked for in any bytes at all", (bytes) => {
    for (const checked of [splitEnvelope(bytes), checkBody(bytes), checkKeyPacket(bytes)]) {
      if (!checked.ok) expect(checked.problem.code).toMatch(/^PGP_/);
    }
  });

  test.each([
    { what: "one key packet and a body", parts: [keyPacket, body], code: "ok" },
    { what: "a body alone", parts: [body], code: "ok" },
    { what: "nothing", parts: [], code: "PGP_NOT_OPENPGP" },
    { what: "text", parts: [utf8("hello")], code: "PGP_NOT_OPENPGP" },
    { what: "a body cut short", parts: [keyPacket, body.slice(0, -1)], code: "PGP_NOT_OPENPGP" },
    { what: "a body of 41 bytes", parts: [keyPacket, packet(18, bodyContents(1, 41))], code: "ok" },
    { what: "a body of 40 bytes", parts: [keyPacket, packet(18, bodyContents(1, 40))], code: "PGP_NOT_OPENPGP" },
    { what: "no body", parts: [keyPacket], code: "PGP_NO_BODY" },
    { what: "a certificate", parts: [packet(6, Uint8Array.of(4))], code: "PGP_NO_BODY" },
    { what: "two bodies", parts: [keyPacket, body, body], code: "PGP_TWO_BODIES" },
    { what: "two messages", parts: [keyPacket, body, keyPacket, body], code: "PGP_TWO_BODIES" },
    { what: "bodies of two kinds", parts: [keyPacket, body, packet(20, bodyContents(1))], code: "PGP_TWO_BODIES" },
    { what: "a body of version 2", parts: [keyPacket, packet(18, bodyContents(2))], code: "PGP_UNSUPPORTED_VERSION" },
    { what: "a body of version 0", parts: [keyPacket, packet(18, bodyContents(0))], code: "PGP_UNSUPPORTED_VERSION" },
    { what: "GnuPG's own body", parts: [keyPacket, packet(20, bodyContents(1))], code: "PGP_UNSUPPORTED_VERSION" },
    { what: "a body without integrity", parts: [keyPacket, packet(9, bodyContents(1))], code: "PGP_UNAUTHENTICATED" },
    { what: "a passphrase", parts: [packet(3, Uint8Array.of(4, 9, 3, 8)), body], code: "PGP_SYMMETRIC_ONLY" },
    { what: "a passphrase too", parts: [keyPacket, packet(3, Uint8Array.of(4)), body], code: "PGP_SYMMETRIC_ONLY" },
    { what: "literal data", parts: [packet(11, utf8("b\0text"))], code: "PGP_NOT_ENCRYPTED" },
    { what: "compressed data", parts: [packet(8, Uint8Array.of(1, 2))], code: "PGP_NOT_ENCRYPTED" },
    { what: "signed data", parts: [packet(4, Uint8Array.of(3)), packet(11, utf8("b"))], code: "PGP_NOT_ENCRYPTED" },
    { what: "text after the body", parts: [keyPacket, body, packet(11, utf8("b"))], code: "PGP_NOT_ENCRYPTED" },
    { what: "a signature after the body", parts: [keyPacket, body, packet(2, utf8("b"))], code: "PGP_NOT_ENCRYPTED" },
    { what: "a key packet after the body", parts: [body, keyPacket], code: "PGP_TRAILING_PACKETS" },
    { what: "a marker before", parts: [packet(10, utf8("PGP")), keyPacket, body], code: "PGP_TRAILING_PACKETS" },
    { what: "padding between", parts: [keyPacket, packet(21, utf8("a")), body], code: "PGP_TRAILING_PACKETS" },
    { what: "a user id after", parts: [keyPacket, body, packet(13, utf8("a"))], code: "PGP_TRAILING_PACKETS" },
    { what: "a private packet after", parts: [keyPacket, body, packet(60, utf8("a"))], code: "PGP_TRAILING_PACKETS" },
  ])("of $what: $code", ({ parts, code }) => {
    expect(codeOf(...parts)).toBe(code);
  });

  test.each([
    { what: "version 6", contents: [6, 21, 4, ...new Uint8Array(30)], code: "PGP_UNSUPPORTED_VERSION" },
    { what: "version 2", contents: [2, ...keyId, 1, 0, 16, 0x80, 1], code: "PGP_UNSUPPORTED_VERSION" },
    { what: "X25519", contents: [3, ...keyId, 25, ...new Uint8Array(40)], code: "PGP_UNSUPPORTED_VERSION" },
    { what: "no content", contents: [], code: "PGP_NOT_OPENPGP" },
    { what: "RSA", contents: [3, ...keyId, 1, 0, 16, 0x80, 1], code: "ok" },
    { what: "RSA with a byte more", contents: [3, ...keyId, 1, 0, 16, 0x80, 1, 0], code: "PGP_NOT_OPENPGP" },
    { what: "RSA with a byte less", contents: [3, ...keyId, 1, 0, 16, 0x80], code: "PGP_NOT_OPENPGP" },
    { what: "RSA with nothing", contents: [3, ...keyId, 1], code: "PGP_NOT_OPENPGP" },
    { what: "RSA with a number of no bits", contents: [3, ...keyId, 1, 0, 0], code: "PGP_NOT_OPENPGP" },
    { what: "ElGamal", contents: [3, ...keyId, 16, 0, 8, 0x80, 0, 8, 0x81], code: "ok" },
    { what: "half of ElGamal", contents: [3, ...keyId, 16, 0, 8, 0x80], code: "PGP_NOT_OPENPGP" },
    { what: "ECDH", contents: [3, ...keyId, 18, 0, 8, 0x80, 2, 1, 1], code: "ok" },
    { what: "ECDH with a byte more", contents: [3, ...keyId, 18, 0, 8, 0x80, 2, 1, 1, 1], code: "PGP_NOT_OPENPGP" },
    { what: "ECDH without a secret", contents: [3, ...keyId, 18, 0, 8, 0x80], code: "PGP_NOT_OPENPGP" },
    { what: "nobody's key id", contents: [3, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 8, 0x80], code: "PGP_HIDDEN_RECIPIENT" },
  ])("with a key packet of $what: $code", ({ contents, code }) => {
    const part = packet(1, Uint8Array.from(contents));
    expect(codeOf(part, body)).toBe(code);
    const checked = checkKeyPacket(part);
    expect(checked.ok ? "ok" : checked.problem.code).toBe(code);
  });

  test.each([
    { what: "two bodies", parts: [body, body, body], facts: { bodies: 3 } },
    { what: "version 2", parts: [packet(18, bodyContents(2))], facts: { tag: 18, version: 2, algorithm: null } },
    { what: "GnuPG's own", parts: [packet(20, bodyContents(1))], facts: { tag: 20, version: 1, algorithm: null } },
    { what: "no version", parts: [packet(18, new Uint8Array())], facts: { tag: 18, version: null, algorithm: null } },
    {
      what: "a key packet of version 6",
      parts: [packet(1, Uint8Array.of(6, 21)), body],
      facts: { tag: 1, version: 6, algorithm: null },
    },
    {
      what: "a key packet of X25519",
      parts: [packet(1, Uint8Array.of(3, ...keyId, 25)), body],
      facts: { tag: 1, version: 3, algorithm: 25 },
    },
    {
      what: "a key packet that ends before its algorithm",
      parts: [packet(1, Uint8Array.of(3, ...keyId)), body],
      facts: { tag: 1, version: 3, algorithm: 0 },
    },
    {
      what: "what stands before",
      parts: [packet(10, utf8("PGP")), packet(10, utf8("PGP")), body],
      facts: { tags: [10] },
    },
    { what: "key packets after the body", parts: [keyPacket, body, keyPacket, keyPacket], facts: { tags: [1] } },
  ])("is told by what was found in it: $what", ({ parts, facts }) => {
    expect(splitEnvelope(concatBytes(...parts))).toMatchObject({ ok: false, problem: { facts } });
  });

  test("names the key that a key packet is for", () => {
    expect(expectOk(checkKeyPacket(keyPacket))).toEqual({ encryptionKeyId: "392CCB5A8595B4DF", bytes: keyPacket });
  });

  test("may have a key packet of RSA 16384, and none longer", () => {
    const secret = (bytes: number) =>
      packet(1, Uint8Array.of(3, ...keyId, 1, ...multiprecision(new Uint8Array(bytes))));
    expect(codeOf(secret(2048), body)).toBe("ok");
    expect(codeOf(secret(2100 - 18), body)).toBe("ok"); // less header, version, key id, algorithm and length
    expect(codeOf(secret(2100 - 17), body)).toBe("PGP_NOT_OPENPGP");
  });

  test("may have as many bytes as allowed, and not one more", () => {
    const whole = concatBytes(keyPacket, body);
    expect(splitEnvelope(whole, whole.length).ok).toBe(true);
    expect(splitEnvelope(whole, whole.length - 1)).toEqual({
      ok: false,
      problem: { code: "PGP_TOO_LARGE", facts: { bytes: whole.length, maximumBytes: whole.length - 1 } },
    });
    expect(checkBody(body, body.length).ok).toBe(true);
    expect(checkBody(body, body.length - 1)).toMatchObject({ problem: { code: "PGP_TOO_LARGE" } });
  });

  test("may have as many key packets as allowed, and not one more", () => {
    const many = (count: number) => Array.from({ length: count }, () => keyPacket);
    expect(codeOf(...many(maximumKeyPackets), body)).toBe("ok");
    expect(splitEnvelope(concatBytes(...many(maximumKeyPackets + 1), body))).toMatchObject({
      problem: { code: "PGP_TOO_MANY_KEY_PACKETS", facts: { maximumKeyPackets } },
    });
  });
});

describe("an attachment's body", () => {
  test("is taken alone", () => {
    expect(checkBody(sealed.emptyBody).ok).toBe(true);
    expect(checkBody(sealed.body)).toEqual({ ok: true, value: sealed.body });
  });

  test.each([
    { what: "a key packet", parts: [keyPacket, body], code: "PGP_TRAILING_PACKETS" },
    { what: "another body", parts: [body, body], code: "PGP_TWO_BODIES" },
    { what: "only a key packet", parts: [keyPacket], code: "PGP_NO_BODY" },
    { what: "text in clear", parts: [packet(11, utf8("b"))], code: "PGP_NOT_ENCRYPTED" },
    { what: "version 2", parts: [packet(18, bodyContents(2))], code: "PGP_UNSUPPORTED_VERSION" },
    { what: "nothing", parts: [], code: "PGP_NOT_OPENPGP" },
  ])("with $what is refused", ({ parts, code }) => {
    expect(checkBody(concatBytes(...parts))).toMatchObject({ ok: false, problem: { code } });
  });
});

describe("a key packet on its own", () => {
  test("is refused with anything beside it", () => {
    expect(checkKeyPacket(concatBytes(keyPacket, keyPacket))).toMatchObject({ problem: { code: "PGP_NOT_OPENPGP" } });
    expect(checkKeyPacket(body)).toMatchObject({ problem: { code: "PGP_NOT_OPENPGP" } });
  });
});

function multiprecision(bytes: Uint8Array): Uint8Array {
  const bits = bytes.length * 8;
  return concatBytes(Uint8Array.of(bits >> 8, bits & 0xff), bytes);
}
