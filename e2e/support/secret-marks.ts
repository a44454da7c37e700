import { randomBytes } from "node:crypto";

/** Secrets of one test that can be found again: a mark that occurs nowhere else stands in each of them. */
export interface SecretMarks {
  /** 20 letters and digits. */
  readonly mark: string;
  /** A word that holds the mark. */
  readonly word: (purpose: string) => string;
  /** A file's contents: random bytes, which nothing can compress, around the mark. */
  readonly bytes: (sizeBytes: number) => Buffer;
}

export function newSecretMarks(): SecretMarks {
  const mark = `q${randomBytes(9).toString("hex")}x`;
  return {
    mark,
    word: (purpose) => `${purpose}${mark}`,
    bytes(sizeBytes) {
      const before = randomBytes(Math.floor(sizeBytes / 2));
      return Buffer.concat([before, Buffer.from(mark), randomBytes(sizeBytes - before.length - mark.length)]);
    },
  };
}

/** A stretch of a private key, armoured, that its certificate does not hold. */
export function privateStretch(lockedKey: string, certificate: Buffer): Buffer {
  const armoured = /\n\n([A-Za-z0-9+/=\n]+?)\n(?:=[A-Za-z0-9+/]{4}\n)?-----END/.exec(
    lockedKey.replaceAll("\r", ""),
  )?.[1];
  const key = Buffer.from(armoured ?? "", "base64");
  for (let end = key.length; end > 24; end -= 24) {
    const stretch = key.subarray(end - 24, end);
    if (!certificate.includes(stretch)) return stretch;
  }
  throw new Error("there is nothing private in this key");
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
