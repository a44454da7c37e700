import type { EnvelopeReader } from "#lib/schema/report-page.ts";

/** Somebody who holds key packets of a report, and of which of its envelopes. */
export interface ReportReader {
  readonly fingerprint: string;
  /** `Ada Lovelace (Debian)`, or `the reporter`. */
  readonly name: string;
  readonly envelopeIds: readonly string[];
  /** Who granted some of them, each once; empty where every author sealed to them. */
  readonly grantedBy: readonly string[];
}

/** The readers of one envelope, in the order of the list. */
export function readersOf(readers: readonly EnvelopeReader[], envelopeId: string): readonly EnvelopeReader[] {
  return readers.filter((reader) => reader.envelopeId === envelopeId).toSorted(byName);
}

/** Everybody who could have read something of a report, by the key they read with. */
export function reportReaders(readers: readonly EnvelopeReader[]): readonly ReportReader[] {
  const byKey = Map.groupBy(readers.toSorted(byName), ({ fingerprint }) => fingerprint);
  return [...byKey].map(([fingerprint, theirs]) => ({
    fingerprint,
    name: theirs[0] === undefined ? fingerprint : readerName(theirs[0]),
    envelopeIds: theirs.map(({ envelopeId }) => envelopeId),
    grantedBy: [...new Set(theirs.flatMap(({ grantedBy }) => grantedBy ?? []))],
  }));
}

/** The name of a reader as the page calls them. */
export function readerName({ name, organisation }: Pick<EnvelopeReader, "name" | "organisation">): string {
  if (name === null) return "the reporter";
  return organisation === null ? name : `${name} (${organisation})`;
}

/** The reporter first, then by organisation and name. */
function byName(left: EnvelopeReader, right: EnvelopeReader): number {
  const keyOf = ({ name, organisation, fingerprint }: EnvelopeReader) =>
    name === null ? "" : [organisation, name, fingerprint].join("\u0001");
  return keyOf(left).localeCompare(keyOf(right), "en");
}
