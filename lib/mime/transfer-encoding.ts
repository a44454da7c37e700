import { base64, utf8 } from "#lib/base/bytes.ts";
import { normalText } from "./one-line.ts";

const lineCharacters = 76;
const equalsSign = 0x3d;
const carriageReturn = 0x0d;
const lineFeed = 0x0a;

export interface EncodedText {
  readonly transferEncoding: "quoted-printable" | "base64";
  readonly lines: string;
}

/** UTF-8 text in the shorter of quoted-printable and base64, with lines of at most 76 characters and CRLF ends. */
export function encodeText(text: string): EncodedText {
  const normal = normalText(text);
  const bytes = utf8(normal.replaceAll("\n", "\r\n"));
  const escapedCount = bytes.filter((byte) => !isLiteral(byte)).length;
  return escapedCount * 6 > bytes.length && escapedCount > 0
    ? { transferEncoding: "base64", lines: base64Lines(bytes) }
    : { transferEncoding: "quoted-printable", lines: quotedPrintable(normal) };
}

/** Base64 in lines of 76 characters (RFC 2045, section 6.8), without a line end after the last. */
export function base64Lines(bytes: Uint8Array): string {
  return base64(bytes).replace(/.{76}(?!$)/g, "$&\r\n");
}

function quotedPrintable(normal: string): string {
  return normal.split("\n").map(quotedPrintableLine).join("\r\n");
}

function quotedPrintableLine(line: string): string {
  const bytes = utf8(line);
  let encoded = "";
  let width = 0;
  bytes.forEach((byte, index) => {
    const isLast = index === bytes.length - 1;
    const token = isLiteral(byte) && !(isLast && isBlank(byte)) ? String.fromCharCode(byte) : escapedByte(byte);
    // The last character of a line may stand where else the "=" of a soft break would.
    if (width + token.length > (isLast ? lineCharacters : lineCharacters - 1)) {
      encoded += "=\r\n";
      width = 0;
    }
    encoded += token;
    width += token.length;
  });
  return encoded;
}

/** A byte as `=3D`, the form of quoted-printable and of Q-encoded words. */
export function escapedByte(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

function isLiteral(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e && byte !== equalsSign) || isLineOrTab(byte);
}

function isLineOrTab(byte: number): boolean {
  return byte === 0x09 || byte === lineFeed || byte === carriageReturn;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09;
}
