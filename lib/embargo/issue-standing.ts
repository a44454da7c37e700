import { earliest, later } from "#lib/base/instant.ts";
import { embargoOf } from "./embargo.ts";
import type { Embargo } from "./embargo.ts";
import type { EndCause } from "./embargo-record.ts";
import { firstPosting, isMandatory } from "./posting.ts";
import type { IssueFacts } from "./report-facts.ts";

/** Where an issue is between its report and its publication. */
export interface IssueStanding {
  readonly issue: IssueFacts;
  readonly embargo: Embargo;
  /** From when on there is nothing left to keep or to negotiate, and by what; null while there is. */
  readonly over: { readonly at: Date; readonly cause: EndCause } | null;
  /** When the mandatory posting was made, with its details or without. */
  readonly postedAt: Date | null;
  /** When the issue is to be public: as agreed, or from its early end on. */
  readonly publishAt: Date | null;
  /** Since when that instant is owed. */
  readonly publishOwedSince: Date | null;
}

/** Reads an issue's facts as they stand at `now`. */
export function standingOf(issue: IssueFacts, now: Date): IssueStanding {
  const embargo = embargoOf(issue.records, now);
  const postedAt = firstPosting(issue.postings, isMandatory)?.postedAt ?? null;
  const over = overOf(issue, embargo, postedAt);
  const overAt = over?.at ?? null;
  return {
    issue,
    embargo,
    over,
    postedAt,
    publishAt: earliest([embargo.disclosureAt, overAt]),
    publishOwedSince: earliest([embargo.agreement?.at ?? null, overAt]),
  };
}

/** The facts of a case with which no embargo stands. */
const endingFacts = ["public", "exploit-public", "attacks-seen"] as const;

/** The first of everything that ends an issue's embargo. What was so before the list was told ends it at once. */
function overOf(issue: IssueFacts, { end }: Embargo, postedAt: Date | null): IssueStanding["over"] {
  const ends: readonly { at: Date | null; cause: EndCause }[] = [
    ...(end === null ? [] : [end]),
    ...endingFacts.map((cause) => ({ at: recordedAt(issue, cause), cause })),
    { at: postedAt, cause: "published" },
    { at: issue.withdrawnAt, cause: "withdrawn" },
    { at: issue.mergedAt, cause: "merged" },
  ];
  return ends.reduce<IssueStanding["over"]>((first, { at, cause }) => {
    if (at === null || (first !== null && first.at <= at)) return first;
    return { at: later(at, issue.openedAt), cause };
  }, null);
}

/** When a fact of the case was first recorded, or null. */
export function recordedAt({ caseRecords }: IssueFacts, fact: (typeof endingFacts)[number]): Date | null {
  return earliest(caseRecords.map((record) => (record.fact === fact ? record.recordedAt : null)));
}
