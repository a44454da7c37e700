import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { expectOk } from "#lib/base/result.ts";
import { cipherName, newSessionKey, parseSessionKeyLine, sessionKeyLine } from "./session-key.ts";

const digits = "81FC0A2E6D3F97B4C5102938475660718293A4B5C6D7E8F90123456789ABCDEF";

describe("session key", () => {
  test("is 256 bits, never the same", () => {
    expect(newSessionKey().length).toBe(32);
    expect(newSessionKey()).not.toEqual(newSessionKey());
  });

  property.prop([
    fc.constantFrom(16, 24, 32).chain((length) => fc.uint8Array({ minLength: length, maxLength: length })),
  ])("is read from the line that it is written to", (sessionKey) => {
    expect(expectOk(parseSessionKeyLine(sessionKeyLine(sessionKey)))).toEqual(sessionKey);
  });

  test.each([
    `gpg: session key: '9:${digits}'`,
    `  gpg: session key: '9:${digits}'\r\n`,
    `9:${digits}`,
    digits,
    digits.toLowerCase(),
    `Session key: ${digits}`,
    `Session key: ${digits}\nEncrypted using AES-256`,
    `gpg: encrypted with 255-bit ECDH key, ID 392CCB5A8595B4DF, created 2026-11-22\ngpg: session key: '9:${digits}'`,
  ])("is found in %j", (line) => {
    expect(sessionKeyLine(expectOk(parseSessionKeyLine(line)))).toBe(`9:${digits}`);
  });

  test.each([
    { line: "", code: "PGP_NOT_A_SESSION_KEY" },
    { line: "gpg: decryption failed: No secret key", code: "PGP_NOT_A_SESSION_KEY" },
    { line: `9:${digits.slice(1)}`, code: "PGP_NOT_A_SESSION_KEY" },
    { line: `9:${digits.slice(2)}`, code: "PGP_NOT_A_SESSION_KEY" },
    { line: `9:${digits}0`, code: "PGP_NOT_A_SESSION_KEY" },
    { line: `9:${digits}00`, code: "PGP_NOT_A_SESSION_KEY" },
    { line: `7:${digits}`, code: "PGP_NOT_A_SESSION_KEY" },
    { line: `9:${digits} 9:${digits}`, code: "PGP_NOT_A_SESSION_KEY" },
    { line: "81EE0852A33EB7189B227BFE5AC6B14196541CA9", code: "PGP_NOT_A_SESSION_KEY" },
    { line: `8:${digits}`, code: "PGP_NOT_A_SESSION_KEY" },
    { line: `6:${digits}`, code: "PGP_OTHER_CIPHER" },
    { line: `10:${digits}`, code: "PGP_OTHER_CIPHER" },
    { line: `13:${digits}`, code: "PGP_OTHER_CIPHER" },
    { line: `2:${digits.slice(0, 48)}`, code: "PGP_OTHER_CIPHER" },
  ])("is not found in $line", ({ line, code }) => {
    expect(parseSessionKeyLine(line)).toMatchObject({ ok: false, problem: { code } });
  });

  test("of no length that AES has is none to write down", () => {
    expect(() => sessionKeyLine(new Uint8Array(31))).toThrow("31 bytes");
  });

  test.each([
    { bytes: 16, id: 7, name: "aes128" },
    { bytes: 24, id: 8, name: "aes192" },
    { bytes: 32, id: 9, name: "aes256" },
  ])("of $bytes bytes is of $name, which gpg calls $id", ({ bytes, id, name }) => {
    expect(cipherName(new Uint8Array(bytes))).toBe(name);
    expect(sessionKeyLine(new Uint8Array(bytes).fill(0xa))).toBe(`${String(id)}:${"0A".repeat(bytes)}`);
  });

  test("of a cipher that is not AES names it", () => {
    expect(parseSessionKeyLine(`13:${digits}`)).toEqual({
      ok: false,
      problem: { code: "PGP_OTHER_CIPHER", facts: { cipher: 13 } },
    });
  });

  property.prop([fc.string()])("is looked for in any text at all", (line) => {
    expect(typeof parseSessionKeyLine(line).ok).toBe("boolean");
  });
});
