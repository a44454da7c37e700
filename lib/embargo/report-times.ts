import type { ReportTimes } from "./reporter-obligations.ts";

/** As much of a report as says when things happened to it. */
export interface TimedReport {
  readonly receivedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly disclosureAt: Date | null;
  readonly facts: { readonly hasExploit: boolean | null; readonly exploitPublicationAt: Date | null };
}

/** The times that decide what is owed for a report. No posting is on record yet, so nothing counts as published. */
export function reportTimes({ receivedAt, acknowledgedAt, disclosureAt, facts }: TimedReport): ReportTimes {
  return {
    receivedAt,
    acknowledgedAt,
    disclosureAt,
    hasExploit: facts.hasExploit === true,
    exploitPublicationAt: facts.exploitPublicationAt,
    publishedAt: null,
    exploitPublishedAt: null,
  };
}
