import type { Severity } from "./facts.ts";
import type { Span } from "./span.ts";
import type { Weekday } from "./weekday.ts";

/**
 * What one policy asks, as plain data: rules read it, so that another policy, or another version of one, needs no
 * other code. `null` and `false` mean that the policy does not ask for it.
 */
export interface Policy {
  /** Never reused: a report is judged for ever by the version it arrived under. */
  readonly version: string;
  readonly name: string;
  /** Where the facts of this policy were read. */
  readonly source: string;

  /** What the embargo is counted from. Until a fix is ready, a clock that starts there limits nothing. */
  readonly clockStart: "first-private-post" | "fix-ready";
  readonly maximumEmbargo: Span | null;
  readonly extension: Extension | null;
  readonly preferredMaximumDays: number | null;
  /** Shortest time between the report and its disclosure; shorter is refused. */
  readonly minimumNoticeDays: number | null;
  readonly advisesAtLeastOneDay: boolean;
  readonly mustProposeDate: boolean;
  readonly avoidedWeekdays: readonly Weekday[];
  /** The hour of the day, 0 to 23 in UTC, at which this policy's disclosures are made. */
  readonly disclosureHourUtc: number | null;

  /** Severities that are taken, or null for all. */
  readonly severities: readonly Severity[] | null;
  readonly refusesPublicIssues: boolean;
  readonly openSourceOnly: boolean;
  readonly refusesCveOnly: boolean;
  readonly publicFix: PublicFixRule | null;
  readonly othersFirst: boolean;
  readonly kernelTeamFirst: boolean;
  /** The list to which issues of Linux alone belong. */
  readonly linuxOnlyList: string | null;
  readonly asksAboutCve: boolean;

  /** Longest time between the mandatory posting and the exploit's. */
  readonly maximumExploitDelayDays: number | null;
  /** Time within which receipt is confirmed, and after which the reporter asks again. */
  readonly acknowledgementHours: number | null;
  /** What the subject of a mail must hold. */
  readonly subjectTag: string | null;
  /** Where issues are made public. */
  readonly publicVenue: PublicVenue;
}

/** When an embargo may last longer than the ordinary maximum. */
export type Extension =
  | {
      /** Where the report came on some days of the week and the disclosure falls on others (UTC). */
      readonly condition: "weekdays";
      readonly reportedOn: readonly Weekday[];
      readonly disclosedOn: readonly Weekday[];
      readonly maximum: Span;
    }
  | {
      /** Where the list has agreed to it for this one report. */
      readonly condition: "agreed";
      readonly maximum: Span;
    };

export interface PublicFixRule {
  readonly weight: "refusal" | "advice";
  /** A public fix is tolerated where the disclosure is at most this many hours away. */
  readonly toleratedHours: number;
}

export interface PublicVenue {
  readonly name: string;
  readonly href: string;
}
