import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { armorMessage, dearmor } from "./armor.ts";

const bytes = Uint8Array.from({ length: 100 }, (_, index) => 255 - index);
const armored = armorMessage(bytes);
const refusedWith = (code: string) => ({ ok: false, problem: { code, facts: {} } });
const labelled = (label: string) => armored.replaceAll("MESSAGE", label);

describe("armour", () => {
  property.prop([fc.uint8Array({ minLength: 1, maxLength: 500 })])("comes off as it was put on", (any) => {
    expect(dearmor(armorMessage(any))).toEqual({ ok: true, value: { kind: "message", bytes: any } });
  });

  property.prop([fc.string({ maxLength: 300 })])("answers to any text at all", (text) => {
    expect(["PGP_NOT_OPENPGP", "PGP_ARMOR_CHECKSUM", ""]).toContain(codeOf(text));
    expect(["PGP_NOT_OPENPGP", "PGP_ARMOR_CHECKSUM", ""]).toContain(codeOf(armored.replace("\n\n", `\n${text}\n`)));
  });

  test("has short lines, a checksum and no carriage returns", () => {
    const lines = armored.split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBe(64);
    expect(lines.at(-3)).toMatch(/^=.{4}$/);
    expect(armored).not.toContain("\r");
  });

  test.each([
    { change: "nothing", text: armored },
    { change: "carriage returns", text: armored.replaceAll("\n", "\r\n") },
    { change: "blanks at line ends", text: armored.replaceAll("\n", "  \n") },
    { change: "headers", text: armored.replace("\n\n", "\nVersion: GnuPG v2\nComment: a\n\n") },
    { change: "no empty line", text: armored.replace("\n\n", "\n") },
    { change: "no checksum", text: armored.replace(/=.{4}\n-/, "-") },
    { change: "text around it", text: `Hello,\n\n${armored}\n-- \nme` },
  ])("comes off with $change", ({ text }) => {
    expect(expectOk(dearmor(text)).bytes).toEqual(bytes);
    expect(expectOk(dearmor(utf8(text))).bytes).toEqual(bytes);
  });

  test("comes off in UTF-16, as PowerShell writes it, and behind a byte order mark", () => {
    const characters = Array.from(`\uFEFF${armored}`);
    const utf16 = new Uint8Array(characters.length * 2);
    const view = new DataView(utf16.buffer);
    characters.forEach((character, index) => {
      view.setUint16(index * 2, character.charCodeAt(0), true);
    });
    expect(expectOk(dearmor(utf16)).bytes).toEqual(bytes);
    expect(expectOk(dearmor(utf8(`\uFEFF${armored}`))).bytes).toEqual(bytes);
  });

  test("comes off in UTF-16 whichever of a unit's bytes is first", () => {
    const units = Array.from(`\uFEFF${armored}`, (character) => character.charCodeAt(0));
    const bigEndian = Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 0xff]));
    expect(expectOk(dearmor(bigEndian)).bytes).toEqual(bytes);
  });

  test.each([
    { what: "half a mark of UTF-16", begin: [0xff, 0x00] },
    { what: "the other half", begin: [0x99, 0xfe] },
    { what: "half a mark the other way round", begin: [0xfe, 0x00] },
    { what: "its other half", begin: [0x99, 0xff] },
    { what: "a third of a byte order mark", begin: [0xef, 0x00, 0x00] },
    { what: "two thirds of one", begin: [0xef, 0xbb, 0x00] },
    { what: "all of it but its middle", begin: [0xef, 0x00, 0xbf] },
    { what: "all of it but its beginning", begin: [0x99, 0xbb, 0xbf] },
    { what: "the first byte with bit 7 set", begin: [0x80] },
  ])("is not looked for in what begins with $what: that is binary", ({ begin }) => {
    const binary = Uint8Array.of(...begin, ...utf8(armored));
    expect(dearmor(binary)).toEqual({ ok: true, value: { kind: "binary", bytes: binary } });
  });

  test("with one letter changed is refused by its checksum", () => {
    const letter = armored.charAt(100);
    const changed = `${armored.slice(0, 100)}${letter === "A" ? "B" : "A"}${armored.slice(101)}`;
    expect(dearmor(changed)).toEqual(refusedWith("PGP_ARMOR_CHECKSUM"));
  });

  test.each([
    { what: "no armour", text: "hello" },
    { what: "no end", text: armored.slice(0, -20) },
    { what: "an end of another kind", text: armored.replace("END PGP MESSAGE", "END PGP SIGNATURE") },
    { what: "what is not base64", text: armored.replace("\n\n", "\n\n!!!\n") },
    { what: "nothing inside", text: "-----BEGIN PGP MESSAGE-----\n\n-----END PGP MESSAGE-----\n" },
    { what: "a block in a block", text: armored.replace("\n\n", `\n\n${armored}`) },
    { what: "a label that is a property of objects", text: labelled("constructor") },
    { what: "a signed message", text: labelled("SIGNED MESSAGE") },
    { what: "a second block cut off", text: `${armored}${armored.slice(0, 50)}` },
    { what: "more than a thousand blocks", text: armored.repeat(1001) },
  ])("with $what is refused", ({ text }) => {
    expect(dearmor(text)).toEqual(refusedWith("PGP_NOT_OPENPGP"));
  });

  test("of a thousand blocks comes off", () => {
    expect(expectOk(dearmor(armored.repeat(1000))).bytes.length).toBe(100_000);
  });

  test.each([
    { label: "MESSAGE", kind: "message" },
    { label: "PUBLIC KEY BLOCK", kind: "certificate" },
    { label: "PRIVATE KEY BLOCK", kind: "private-key" },
    { label: "SIGNATURE", kind: "signature" },
  ])("says that it is a $kind", ({ label, kind }) => {
    expect(expectOk(dearmor(labelled(label))).kind).toBe(kind);
  });

  test("of several blocks with one private key among them is a private key", () => {
    const both = expectOk(dearmor(labelled("PUBLIC KEY BLOCK") + labelled("PRIVATE KEY BLOCK")));
    expect(both.kind).toBe("private-key");
    expect(both.bytes.length).toBe(200);
  });

  test("is not looked for in binary data", () => {
    expect(dearmor(Uint8Array.of(0xd2, 1, 1))).toEqual({
      ok: true,
      value: { kind: "binary", bytes: Uint8Array.of(0xd2, 1, 1) },
    });
  });
});

function codeOf(text: string): string {
  const result = dearmor(text);
  return result.ok ? "" : result.problem.code;
}
