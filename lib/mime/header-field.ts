import { utf8 } from "#lib/base/bytes.ts";
import { oneLine } from "./one-line.ts";
import { escapedByte } from "./transfer-encoding.ts";

const lineCharacters = 76;
const encodedWordStart = "=?utf-8?Q?";
const encodedWordEnd = "?=";
/** RFC 2047, section 2: an encoded word has at most 75 characters, marks included. */
const encodedWordCharacters = 75;

/** A header field of free text in lines of at most 76 characters, in encoded words where ASCII does not do. */
export function textField(name: string, text: string): string {
  return foldedField(name, asWords(oneLine(text), lineCharacters - name.length - 2));
}

/** A header field of one mailbox, `Ada <ada@example.org>` or a bare address; only the name becomes encoded words. */
export function mailboxField(name: string, mailbox: string): string {
  const { person = "", address = "" } = /^(?<person>.*)(?<address><[!-~]+>)$/u.exec(oneLine(mailbox))?.groups ?? {};
  if (address === "") return textField(name, mailbox);
  return foldedField(name, [...asWords(person.trim(), lineCharacters - name.length - 2), address]);
}

function foldedField(name: string, words: readonly string[]): string {
  let field = `${name}:`;
  let width = field.length;
  for (const word of words) {
    const folds = width + 1 + word.length > lineCharacters && width > name.length + 1;
    field += folds ? `\r\n ${word}` : ` ${word}`;
    width = (folds ? 0 : width) + 1 + word.length;
  }
  return field;
}

/** `Mon, 02 Mar 2026 09:00:00 +0000` (RFC 5322, section 3.3), to the second, rounded down. */
export function mailDate(instant: Date): string {
  return instant.toUTCString().replace("GMT", "+0000");
}

function asWords(line: string, firstCharacters: number): readonly string[] {
  const words = line.split(" ");
  const isPlain =
    /^[ -~]*$/.test(line) && !line.includes("=?") && words.every((word) => word !== "" && word.length < lineCharacters);
  if (isPlain) return words;
  return line === "" ? [] : encodedWords(line, firstCharacters);
}

/**
 * Q-encoded words, each of whole characters. Never base64: notmuch cuts a subject off at the padding of the first of
 * several base64 words.
 */
function encodedWords(line: string, firstCharacters: number): readonly string[] {
  const marks = encodedWordStart.length + encodedWordEnd.length;
  const words: string[] = [];
  let word = "";
  let room = Math.min(firstCharacters, encodedWordCharacters) - marks;
  for (const character of line) {
    const token = qToken(character);
    if (word.length + token.length > room) {
      words.push(word);
      word = "";
      room = encodedWordCharacters - marks;
    }
    word += token;
  }
  return [...words, word].map((each) => `${encodedWordStart}${each}${encodedWordEnd}`);
}

/** Only letters, digits and a few marks stand for themselves, as everywhere in a header (RFC 2047, section 5, rule 3). */
function qToken(character: string): string {
  if (character === " ") return "_";
  if (/^[A-Za-z0-9!*+/-]$/.test(character)) return character;
  return Array.from(utf8(character), escapedByte).join("");
}
