import { randomBytes } from "node:crypto";

/** A word that occurs nowhere else, to be written into a secret and looked for afterwards. */
export function newMark(purpose: string): string {
  return `${purpose}${randomBytes(9).toString("hex")}`;
}

/** Bytes as a file has them, that occur nowhere else: not text, and not compressible. */
export function newFileBytes(sizeBytes: number): Buffer {
  return randomBytes(sizeBytes);
}

/** A stretch of a file by which it is known wherever it went. */
export function stretchOf(bytes: Buffer): Buffer {
  return bytes.subarray(0, 24);
}

/** The ways in which a program might write a secret down: as it is, as UTF-16, base64 at any offset, hex, in a URL. */
export function formsOf(secret: Buffer | string): ReadonlyMap<string, Buffer> {
  const plain = Buffer.from(secret);
  const text = plain.toString("latin1");
  const utf16 = Buffer.from(text, "utf16le");
  const forms = new Map<string, Buffer>([
    ["as it is", plain],
    ["UTF-16LE", utf16],
    ["UTF-16BE", Buffer.from(utf16).swap16()],
    ["hex", Buffer.from(plain.toString("hex"))],
    ["HEX", Buffer.from(plain.toString("hex").toUpperCase())],
    ["percent-encoded", Buffer.from(encodeURIComponent(plain.toString()))],
    ["reversed", Buffer.from(plain).reverse()],
  ]);
  for (const before of [0, 1, 2]) {
    const core = base64Core(plain, before);
    forms.set(`base64 at ${String(before)}`, Buffer.from(core));
    forms.set(`base64url at ${String(before)}`, Buffer.from(core.replaceAll("+", "-").replaceAll("/", "_")));
  }
  return forms;
}

/** In which of these forms a secret stands in a text of any kind; empty where it does not. */
export function tracesOf(secret: Buffer | string, within: Buffer): readonly string[] {
  return [...formsOf(secret)].filter(([, bytes]) => within.includes(bytes)).map(([form]) => form);
}

/** The part of a secret's base64 that does not depend on its neighbours, with so many bytes before it. */
function base64Core(secret: Buffer, before: number): string {
  const encoded = Buffer.concat([Buffer.alloc(before), secret]).toString("base64");
  const wholeTriples = Math.floor((before + secret.length) / 3) * 4;
  return encoded.slice(before === 0 ? 0 : 4, wholeTriples);
}
