import type { RosterTextReader } from "#lib/schema/roster-text.ts";

/** What is different between the readers of two rosters. */
export interface ReaderChange extends RosterTextReader {
  readonly kind: "added" | "removed" | "replaced";
}

/** Compares by person and fingerprint, as a coordinator would who reads both texts: those who came, then those who went. */
export function readerChanges(
  before: readonly RosterTextReader[],
  after: readonly RosterTextReader[],
): readonly ReaderChange[] {
  const personOf = ({ name, organisation }: RosterTextReader) => JSON.stringify([organisation, name]);
  const stayed = new Set(after.map(({ fingerprint }) => fingerprint));
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const gone = before.filter(({ fingerprint }) => !stayed.has(fingerprint));
  const arrived = after.filter(({ fingerprint }) => !known.has(fingerprint));

  const left = new Set(gone.map(personOf));
  const back = new Set(arrived.map(personOf));
  return [
    ...arrived.map((reader) => ({ ...pick(reader), kind: left.has(personOf(reader)) ? "replaced" : "added" }) as const),
    ...gone
      .filter((reader) => !back.has(personOf(reader)))
      .map((reader) => ({ ...pick(reader), kind: "removed" }) as const),
  ];
}

function pick({ name, organisation, fingerprint }: RosterTextReader): RosterTextReader {
  return { name, organisation, fingerprint };
}
