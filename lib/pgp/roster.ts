import type { Fingerprint } from "#lib/base/id.ts";

/** Who reads a list, by the word of the coordinator who signs it. */
export interface Roster {
  /** The list's name, such as `linux-distros`. */
  readonly list: string;
  /** From 1, one more with each roster of the list. */
  readonly version: number;
  /** The SHA-256 of the signed text of the version before, lower-case hexadecimal; null for the first. */
  readonly previous: string | null;
  /** To the second, like `expiresAt`. */
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly readers: readonly RosterReader[];
}

export interface RosterReader {
  readonly name: string;
  readonly organisation: string;
  readonly fingerprint: Fingerprint;
  /** Of the key that is encrypted to. */
  readonly encryptionFingerprint: Fingerprint;
  /** Of the binary certificate, lower-case hexadecimal: a fingerprint alone does not cover subkeys. */
  readonly sha256: string;
}

const type = "fortnight roster";
const formatVersion = 1;

/**
 * The text that a coordinator signs: JSON that people can read, the same for the same roster whatever the order of its
 * readers. It has no end of line after its last line, and shows every character that would otherwise be invisible or
 * turn the direction of the text.
 */
export function composeRoster(roster: Roster): string {
  const problem = faultOf(roster);
  if (problem !== null) throw new Error(problem);
  const { list, version, previous, issuedAt, expiresAt, readers } = roster;
  const written = {
    type,
    v: formatVersion,
    list,
    version,
    previous,
    issuedAt: secondText(issuedAt),
    expiresAt: secondText(expiresAt),
    readers: [...readers]
      .sort((left, right) => compareText(sortKey(left), sortKey(right)))
      .map(({ name, organisation, fingerprint, encryptionFingerprint, sha256 }) => ({
        name,
        organisation,
        fingerprint,
        encryptionFingerprint,
        sha256,
      })),
  };
  return JSON.stringify(written, null, 2).replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, escaped);
}

/** The roster of a text that was verified, or null unless it is exactly as {@link composeRoster} writes it. */
export function parseRoster(text: string): Roster | null {
  try {
    const roster = rosterOf(JSON.parse(text));
    return composeRoster(roster) === text ? roster : null;
  } catch {
    return null;
  }
}

/** What the fields say, made to be of their types: where that changed anything, composing it writes another text. */
function rosterOf(value: unknown): Roster {
  const { list, version, previous, issuedAt, expiresAt, readers } = fieldsOf(value);
  return {
    list: String(list),
    version: Number(version),
    previous: typeof previous === "string" ? previous : null,
    issuedAt: new Date(String(issuedAt)),
    expiresAt: new Date(String(expiresAt)),
    readers: Array.isArray(readers) ? readers.map(readerOf) : [],
  };
}

function readerOf(value: unknown): RosterReader {
  const { name, organisation, fingerprint, encryptionFingerprint, sha256 } = fieldsOf(value);
  return {
    name: String(name),
    organisation: String(organisation),
    fingerprint: String(fingerprint) as Fingerprint,
    encryptionFingerprint: String(encryptionFingerprint) as Fingerprint,
    sha256: String(sha256),
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return { ...(value as object) }; // of null, a number or a text there are none
}

/** What makes a roster senseless, as the text of an error; null where nothing does. */
function faultOf({ list, version, previous, issuedAt, expiresAt, readers }: Roster): string | null {
  if (list === "" || !Number.isSafeInteger(version) || version < 1) return "a roster without a list or a version";
  if (previous !== null && !/^[0-9a-f]{64}$/.test(previous)) return "a roster after what is no SHA-256";
  if (!(issuedAt < expiresAt)) return "a roster that ends before it begins";
  for (const { name, fingerprint, encryptionFingerprint, sha256 } of readers) {
    if (name === "" || !/^[0-9A-F]{40}$/.test(fingerprint)) return "a reader without a name or a fingerprint";
    if (!/^[0-9A-F]{40}$/.test(encryptionFingerprint)) return `no encryption key of ${fingerprint}`;
    if (!/^[0-9a-f]{64}$/.test(sha256)) return `no SHA-256 of ${fingerprint}`;
  }
  const fingerprints = new Set(readers.map(({ fingerprint }) => fingerprint));
  return fingerprints.size === readers.length ? null : "a reader twice in a roster";
}

function sortKey({ organisation, name, fingerprint }: RosterReader): string {
  return [organisation, name, fingerprint].join("\0");
}

/** Never of two that are equal: no reader is twice in a roster. */
function compareText(left: string, right: string): number {
  return left < right ? -1 : 1;
}

function secondText(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .join("");
}
