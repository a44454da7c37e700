import { base64, concatBytes, equalBytes, parseBase64 } from "#lib/base/bytes.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";

/** What a piece of OpenPGP data says that it is. Binary data says nothing: its packets tell. */
export type DearmoredKind = "message" | "certificate" | "private-key" | "signature" | "binary";

export interface Dearmored {
  readonly kind: DearmoredKind;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const kinds: ReadonlyMap<string, DearmoredKind> = new Map([
  ["MESSAGE", "message"],
  ["PUBLIC KEY BLOCK", "certificate"],
  ["PRIVATE KEY BLOCK", "private-key"],
  ["SIGNATURE", "signature"],
]);

const maximumBlocks = 1000;

const lineLength = 64;
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte << 16;
  for (let bit = 0; bit < 8; bit += 1) remainder = (remainder << 1) ^ ((remainder & 0x800000) === 0 ? 0 : 0x1864cfb);
  return remainder & 0xffffff;
});

/** The CRC-24 of RFC 9580, section 6.1.1, as three bytes. */
function crc24(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  let crc = 0xb704ce;
  for (const byte of bytes) crc = ((crc << 8) ^ (crcTable[((crc >> 16) ^ byte) & 0xff] ?? 0)) & 0xffffff;
  return Uint8Array.of(crc >> 16, (crc >> 8) & 0xff, crc & 0xff);
}

/**
 * ASCII armour of an OpenPGP message, lines ended by LF.
 *
 * It carries the checksum, though RFC 9580 no longer asks for one: GnuPG fails on a third of all messages without.
 */
export function armorMessage(bytes: Uint8Array): string {
  const text = base64(bytes);
  const lines = ["-----BEGIN PGP MESSAGE-----", ""];
  for (let start = 0; start < text.length; start += lineLength) lines.push(text.slice(start, start + lineLength));
  return [...lines, `=${base64(crc24(bytes))}`, "-----END PGP MESSAGE-----", ""].join("\n");
}

/**
 * The bytes of armoured or binary OpenPGP data. Text around the armour is ignored; several blocks are joined, and
 * one private key among them makes the whole a private key.
 *
 * @param input - Binary data, or text (as a string, or as UTF-8 or UTF-16 bytes) that holds armour.
 * @problem PGP_NOT_OPENPGP when there is neither, or a block is cut short or holds more than base64.
 * @problem PGP_ARMOR_CHECKSUM when a block's checksum is there and does not fit.
 */
export function dearmor(
  input: Uint8Array | string,
): Result<Dearmored, Problem<"PGP_NOT_OPENPGP" | "PGP_ARMOR_CHECKSUM">> {
  const text = typeof input === "string" ? input : armoredText(input);
  if (text === null) return ok({ kind: "binary", bytes: new Uint8Array(input as Uint8Array) });

  const begun = text.split(beginning, maximumBlocks + 2).length - 1;
  const blocks: Dearmored[] = [];
  for (const { kind, lines } of begun > maximumBlocks ? [] : findBlocks(text)) {
    const bytes = decodeBlock(lines);
    if (!bytes.ok) return bytes;
    blocks.push({ kind, bytes: bytes.value });
  }
  const [first] = blocks;
  if (first === undefined || blocks.length < begun) return refused({ code: "PGP_NOT_OPENPGP", facts: {} });

  const secret = blocks.find(({ kind }) => kind === "private-key");
  return ok({ kind: (secret ?? first).kind, bytes: concatBytes(...blocks.map(({ bytes }) => bytes)) });
}

/** The text that bytes hold, or null where they are binary OpenPGP data: each packet begins with a set bit 7. */
function armoredText(bytes: Uint8Array): string | null {
  const [first = 0, second = 0] = bytes;
  // PowerShell redirects a program's output as UTF-16.
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const isByteOrderMark = first === 0xef && second === 0xbb && bytes[2] === 0xbf;
  return first < 0x80 || isByteOrderMark ? new TextDecoder().decode(bytes) : null;
}

const beginning = "-----BEGIN PGP ";

function* findBlocks(text: string): Generator<{ kind: DearmoredKind; lines: readonly string[] }> {
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
    const label = text.slice(at + beginning.length, text.indexOf("-----", at + beginning.length));
    const kind = kinds.get(label);
    const start = at + beginning.length + label.length + "-----".length;
    const end = text.indexOf(`-----END PGP ${label}-----`, start);
    if (kind === undefined || end < 0) return;
    yield { kind, lines: text.slice(start, end).split("\n") };
    at = end;
  }
}

const headerLine = /^[A-Za-z][A-Za-z-]*:/;
const checksumLine = /^=[A-Za-z0-9+/]{4}$/;

function decodeBlock(
  lines: readonly string[],
): Result<Uint8Array<ArrayBuffer>, Problem<"PGP_NOT_OPENPGP" | "PGP_ARMOR_CHECKSUM">> {
  const contents = lines.map((line) => line.trim()).filter((line) => line !== "" && !headerLine.test(line));
  const last = contents.at(-1) ?? "";
  const checksum = checksumLine.test(last) ? parseBase64(last.slice(1)) : null;
  const bytes = parseBase64((checksum === null ? contents : contents.slice(0, -1)).join(""));
  if (bytes === null || bytes.length === 0) return refused({ code: "PGP_NOT_OPENPGP", facts: {} });
  if (checksum !== null && !equalBytes(checksum, crc24(bytes)))
    return refused({ code: "PGP_ARMOR_CHECKSUM", facts: {} });
  return ok(bytes);
}
