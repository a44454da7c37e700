import { isInRuns } from "#lib/base/runs.ts";
import type { ReportReader } from "#lib/schema/report-readers.ts";

/** Somebody who holds a key packet of an envelope. */
export interface EnvelopeReader extends Pick<ReportReader, "fingerprint" | "name" | "organisation"> {
  /** Which member let them in, and when; null where the author sealed it to them. */
  readonly grant: ReportReader["grants"][number] | null;
}

/** The readers of the envelope at a place among the page's, in the order of the list. */
export function readersOf(readers: readonly ReportReader[], place: number): readonly EnvelopeReader[] {
  return readers
    .filter(({ places }) => isInRuns(places, place))
    .map(({ grants, ...reader }) => ({ ...reader, grant: grants.find((grant) => grant.place === place) ?? null }));
}

/** The name of a reader as the page calls them. */
export function readerName({ name, organisation }: Pick<ReportReader, "name" | "organisation">): string {
  if (name === null) return "the reporter";
  return organisation === null ? name : `${name} (${organisation})`;
}
