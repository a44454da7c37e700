import type { Problem } from "#lib/base/problem.ts";
import { ok, refused } from "#lib/base/result.ts";
import type { Result } from "#lib/base/result.ts";
import { multipartMixed, textPart } from "./body-part.ts";
import { oneLine } from "./one-line.ts";
import { padEntity } from "./padding.ts";
import { isRecord } from "./referenced-attachments.ts";

/** The sensitive summary of one issue. Every text is one line; null is what is not known yet. */
export interface Card {
  /** 1 to 200 characters. */
  readonly title: string;
  /** 1 to 200 characters. */
  readonly software: string;
  /** At most 500 characters; may be empty. */
  readonly versions: string;
  /** A CVSS vector of version 3.0, 3.1 or 4.0. */
  readonly severityVector: string | null;
  /** At most 50, such as `CVE-2026-12345`, each once. */
  readonly cveIds: readonly string[];
}

export const cardType = "application/vnd.fortnight.card+json";
export const cardVersion = 1;
/** Of a title, and of the software's name. */
export const maximumTitleCharacters = 200;
export const maximumVersionsCharacters = 500;
const maximumCveIds = 50;
const maximumVectorCharacters = 250;

export type CardProblem = Problem<"CARD_UNREADABLE" | "CARD_FIELD_INVALID">;

/** The padded MIME entity of a card. Throws for what {@link checkCard} refuses. */
export function composeCard(card: Card): Uint8Array<ArrayBuffer> {
  const checked = checkCard(card);
  if (!checked.ok) throw new Error(`card composed with ${checked.problem.code}`);

  const part = textPart(cardType, JSON.stringify({ version: cardVersion, ...checked.value }, null, 2));
  return padEntity(multipartMixed(["MIME-Version: 1.0"], "", [part]));
}

/**
 * A value as a card, for the form before it seals and for the reader after it opened.
 *
 * @problem CARD_UNREADABLE when it is no record, or has a field that a card does not know.
 * @problem CARD_FIELD_INVALID naming the first field that is missing or outside of its bounds.
 */
export function checkCard(value: unknown): Result<Card, CardProblem> {
  if (!isRecord(value) || Object.keys(value).some((key) => !Object.hasOwn(checks, key))) {
    return refused({ code: "CARD_UNREADABLE", facts: {} });
  }
  const { title, software, versions, severityVector, cveIds } = value;
  if (!checks.title(title)) return invalid("title");
  if (!checks.software(software)) return invalid("software");
  if (!checks.versions(versions)) return invalid("versions");
  if (!checks.severityVector(severityVector)) return invalid("severityVector");
  if (!checks.cveIds(cveIds)) return invalid("cveIds");
  return ok({ title, software, versions, severityVector, cveIds });
}

const checks = {
  title: (value: unknown): value is string => isLine(value, 1, maximumTitleCharacters),
  software: (value: unknown): value is string => isLine(value, 1, maximumTitleCharacters),
  versions: (value: unknown): value is string => isLine(value, 0, maximumVersionsCharacters),
  severityVector: (value: unknown): value is string | null => value === null || isSeverityVector(value),
  cveIds: (value: unknown): value is readonly string[] =>
    Array.isArray(value) &&
    value.length <= maximumCveIds &&
    value.every(isCveId) &&
    new Set(value).size === value.length,
} as const;

function invalid(field: keyof Card) {
  return refused({ code: "CARD_FIELD_INVALID", facts: { field }, field } as const);
}

function isLine(value: unknown, least: number, most: number): value is string {
  return typeof value === "string" && value.length >= least && value.length <= most && oneLine(value) === value;
}

function isSeverityVector(value: unknown): value is string {
  return (
    typeof value === "string" &&
    value.length <= maximumVectorCharacters &&
    /^CVSS:(?:3\.0|3\.1|4\.0)(?:\/[A-Z]{1,3}:[A-Za-z]{1,6})+$/.test(value)
  );
}

function isCveId(value: unknown): value is string {
  return typeof value === "string" && /^CVE-\d{4}-\d{4,19}$/.test(value);
}
