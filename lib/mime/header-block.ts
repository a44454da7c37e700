import { decodeWords } from "postal-mime";

import { utf8 } from "#lib/base/bytes.ts";
import { escapedByte } from "./transfer-encoding.ts";

/** Header fields by lower-case name, unfolded. Of fields with one name the first counts. */
export type HeaderBlock = ReadonlyMap<string, string>;

/** A structured field: `text/plain; charset=utf-8` has the value `text/plain` and one parameter. */
export interface StructuredField {
  /** In lower case. */
  readonly value: string;
  /** By lower-case name, RFC 2231 continuations joined and decoded. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** What is longer is cut, so that no pattern below has much to chew on. */
const maximumFieldCharacters = 16 * 1024;

// A byte order mark stays a character: dropped, it would make a field of a line that strict readers skip.
const headerDecoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The fields of a header block. Lines that are no field are skipped. */
export function parseHeaderBlock(bytes: Uint8Array): HeaderBlock {
  const fields = new Map<string, string>();
  const unfolded = headerDecoder.decode(bytes).replace(/\r?\n(?=[ \t])/g, "");
  for (const line of unfolded.split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = /^([!-9;-~]+)[ \t]*$/.exec(line.slice(0, Math.max(colon, 0)))?.[1]?.toLowerCase();
    if (name === undefined || fields.has(name)) continue;
    fields.set(name, line.slice(colon + 1, colon + 1 + maximumFieldCharacters).trim());
  }
  return fields;
}

/** The text of a header field for people, RFC 2047 words decoded; null where there is no such field, or it is empty. */
export function headerText(headers: HeaderBlock, name: string): string | null {
  const value = headers.get(name);
  return value === undefined || value === "" ? null : decodeWords(value);
}

export function parseStructuredField(text: string): StructuredField {
  const [value = "", ...rest] = splitOutsideQuotes(text);
  const written = new Map<string, string>();
  for (const parameterText of rest) {
    const equals = parameterText.indexOf("=");
    const name = parameterText.slice(0, Math.max(equals, 0)).trim().toLowerCase();
    if (name !== "" && !written.has(name)) written.set(name, unquoted(parameterText.slice(equals + 1).trim()));
  }
  return { value: withoutComment(value).toLowerCase(), parameters: joinContinuations(written) };
}

/** An instant of RFC 5322, section 3.3, or null; one without a zone is none. */
export function parseMailDate(text: string): Date | null {
  const pattern =
    /^(?:[a-z]{3},)?\s*(\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d{2}:\d{2}(?::\d{2})?)\s+([+-]\d{4}|gmt|ut|utc|z)\b/i;
  const [, dayAndTime, zone] = pattern.exec(text.trim()) ?? [];
  if (dayAndTime === undefined || zone === undefined) return null;

  const instant = new Date(`${dayAndTime} ${/^[+-]/.test(zone) ? zone : "+0000"}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function splitOutsideQuotes(text: string): readonly string[] {
  return text.match(/(?:"(?:[^"\\]|\\.)*"?|[^";])+/g) ?? [];
}

function unquoted(text: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)/.exec(text)?.[1];
  return quoted === undefined ? withoutComment(text) : quoted.replace(/\\(.)/g, "$1");
}

/** A comment begins after a blank: `name=a(1).txt` has none. */
function withoutComment(text: string): string {
  return text.replace(/(?:^|\s)\([^()]*\)/g, "").trim();
}

function joinContinuations(written: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const joined = new Map<string, string>();
  for (const [name, value] of written) if (!name.includes("*")) joined.set(name, decodeWords(value));

  // RFC 2231 was made to replace the plain form that some senders add for old readers.
  const extended = new Set([...written.keys()].filter((name) => name.includes("*")).map(baseName));
  for (const name of extended) joined.set(name, extendedValue(name, written));
  return joined;
}

function baseName(name: string): string {
  return name.slice(0, name.indexOf("*"));
}

function extendedValue(name: string, written: ReadonlyMap<string, string>): string {
  const whole = written.get(`${name}*`);
  if (whole !== undefined) return decodeSections([{ text: whole, isEncoded: true }]);

  const sections: { text: string; isEncoded: boolean }[] = [];
  for (let index = 0; ; index += 1) {
    const encoded = written.get(`${name}*${String(index)}*`);
    const literal = written.get(`${name}*${String(index)}`);
    const text = encoded ?? literal;
    if (text === undefined) return decodeSections(sections);
    sections.push({ text, isEncoded: encoded !== undefined });
  }
}

/** Sections side by side are decoded together, since one character's bytes may stand in two. */
function decodeSections(sections: readonly { text: string; isEncoded: boolean }[]): string {
  const first = sections[0];
  const [, charset = "utf-8", start] = (first?.isEncoded === true && /^([^']*)'[^']*'(.*)$/s.exec(first.text)) || [];
  let decoded = "";
  let pending = "";
  for (const [index, { text, isEncoded }] of sections.entries()) {
    if (isEncoded) {
      pending += index === 0 && start !== undefined ? start : text;
      continue;
    }
    decoded += decodePercent(pending, charset) + text;
    pending = "";
  }
  return decoded + decodePercent(pending, charset);
}

/** Percent-encoded bytes in a charset, as a Q-encoded word, so that one decoder knows the charsets. */
function decodePercent(text: string, charset: string): string {
  if (text === "") return "";
  const label = /^[\w.:-]+$/.test(charset) ? charset : "utf-8";
  return decodeWords(`=?${label}?Q?${text.replace(/%[0-9A-Fa-f]{2}|[^A-Za-z0-9]/gu, qToken)}?=`);
}

function qToken(token: string): string {
  return token.length === 3 && token.startsWith("%")
    ? `=${token.slice(1)}`
    : Array.from(utf8(token), escapedByte).join("");
}
