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
  /** Counted from the report itself, whatever starts the clock, and extended by nothing. */
  readonly totalMaximum: Span | null;
  readonly preferredMaximumDays: number | null;
  /** Shortest time between the report and its disclosure; shorter is refused. */
  readonly minimumNoticeDays: number | null;
  readonly advisesAtLeastOneDay: boolean;
  readonly mustProposeDate: boolean;
  readonly avoidedWeekdays: readonly Weekday[];
  /** Advice only, as for the days of the week. */
  readonly avoidedDays: readonly AvoidedDays[];
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
  /** Whether an exploit is owed whoever shared it with the list (A12), and not only the reporter's own (R14). */
  readonly exploitRuleCoversThirdParties: boolean;
  /** Time within which receipt is confirmed, and after which the reporter asks again. */
  readonly acknowledgementHours: number | null;
  /** How long a report may be still before somebody asks how it stands (A9). */
  readonly progressDays: number | null;
  /** Time to answer a proposed date where the proposal names none (A2). */
  readonly answerHours: number | null;
  /** How many further members must find an issue public or minor before its reporter is told so (A3). */
  readonly confirmations: number;
  /** Hours before an obligation is due at which its owner is reminded. The instant itself is always one more. */
  readonly reminderHoursBefore: readonly number[];
  /** Hours after it was due, while it is not met. */
  readonly reminderHoursAfter: readonly number[];
  /** Who hears of what is late, in ascending order of hours after it was due. */
  readonly escalation: readonly EscalationStep[];
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

/** Days of every year, `from` and `until` included, as `12-24` in UTC. They may run over the end of the year. */
export interface AvoidedDays {
  readonly from: string;
  readonly until: string;
  /** As it reads after "falls on". */
  readonly name: string;
}

export interface EscalationStep {
  /** Primary and backup look after the duty that the obligation belongs to. */
  readonly to: "primary" | "backup" | "coordinators";
  readonly afterHours: number;
}

export interface PublicFixRule {
  readonly weight: "refusal" | "advice";
  /** A public fix is tolerated where the disclosure is at most this many hours away. */
  readonly toleratedHours: number;
}

export interface PublicVenue {
  readonly name: string;
  readonly href: string;
}
