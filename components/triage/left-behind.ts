import type { ReportReader } from "#lib/schema/report-readers.ts";

interface Named {
  readonly name: string;
  readonly organisation: string;
}

/**
 * Who holds something of a report and is no reader of a roster: what is sealed to the roster does not reach them. By
 * organisation and name, each once; somebody whose key was replaced is still the same person.
 */
export function leftBehind(readers: readonly ReportReader[], roster: readonly Named[]): readonly string[] {
  const onRoster = new Set(roster.map(fullName));
  const names = readers
    .filter((reader): reader is ReportReader & Named => reader.name !== null && reader.organisation !== null)
    .toSorted((left, right) => keyOf(left).localeCompare(keyOf(right), "en"))
    .map(fullName);
  return [...new Set(names)].filter((name) => !onRoster.has(name));
}

function fullName({ name, organisation }: Named): string {
  return `${name} (${organisation})`;
}

function keyOf({ name, organisation }: Named): string {
  return `${organisation}\u0001${name}`;
}
