import { addDays, addHours } from "#lib/base/instant.ts";
import type { ClauseId } from "#lib/policy/clause.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** When things happened to a report, and when they are to; `null` is not yet, or not said. */
export interface ReportTimes {
  readonly receivedAt: Date;
  readonly acknowledgedAt: Date | null;
  /** The disclosure that was proposed or agreed. */
  readonly disclosureAt: Date | null;
  readonly hasExploit: boolean;
  /** The announced instant of the exploit's posting. */
  readonly exploitPublicationAt: Date | null;
  /** When the mandatory posting was made. */
  readonly publishedAt: Date | null;
  readonly exploitPublishedAt: Date | null;
}

/** Something owed at an instant, and not yet given. */
export interface Obligation {
  readonly what: "ACKNOWLEDGE" | "SUPPLY_DATE" | "POST_ISSUE" | "POST_EXPLOIT";
  readonly owner: "reporter" | "list";
  readonly dueAt: Date;
  readonly clause: ClauseId;
}

/** What is still owed for a report, the earliest first. Whether a thing is overdue is for the caller, who has a clock. */
export function openObligations(times: ReportTimes, policy: Policy): readonly Obligation[] {
  return [acknowledgement(times, policy), date(times, policy), posting(times), exploitPosting(times, policy)]
    .filter((obligation) => obligation !== null)
    .toSorted((left, right) => left.dueAt.getTime() - right.dueAt.getTime());
}

/** What is owed next, by whomever, or null where nothing is. */
export function nextObligation(times: ReportTimes, policy: Policy): Obligation | null {
  return openObligations(times, policy)[0] ?? null;
}

/** From when on a reporter who has heard nothing should ask again (R8), or null where that is moot. */
export function askAgainFrom(times: ReportTimes, policy: Policy): Date | null {
  return acknowledgement(times, policy)?.dueAt ?? null;
}

/** Owed until it is given (R8, A1), or until the issue is public and receipt speaks for itself. */
function acknowledgement(times: ReportTimes, { acknowledgementHours }: Policy): Obligation | null {
  if (acknowledgementHours === null || times.acknowledgedAt !== null || times.publishedAt !== null) return null;
  const dueAt = addHours(times.receivedAt, acknowledgementHours);
  return { what: "ACKNOWLEDGE", owner: "list", dueAt, clause: "R8" };
}

/** Owed with the report itself (R7). */
function date(times: ReportTimes, { mustProposeDate }: Policy): Obligation | null {
  if (!mustProposeDate || times.disclosureAt !== null || times.publishedAt !== null) return null;
  return { what: "SUPPLY_DATE", owner: "reporter", dueAt: times.receivedAt, clause: "R7" };
}

/** The mandatory posting (R13). */
function posting(times: ReportTimes): Obligation | null {
  if (times.disclosureAt === null || times.publishedAt !== null) return null;
  return { what: "POST_ISSUE", owner: "reporter", dueAt: times.disclosureAt, clause: "R13" };
}

/**
 * The exploit's posting (R14): at the announced instant, and at the latest when the policy's delay after the mandatory
 * posting is over. Until that posting is made, the agreed disclosure stands for it.
 */
function exploitPosting(times: ReportTimes, { maximumExploitDelayDays }: Policy): Obligation | null {
  const postedAt = times.publishedAt ?? times.disclosureAt;
  if (!times.hasExploit || times.exploitPublishedAt !== null || postedAt === null || maximumExploitDelayDays === null)
    return null;

  const latestAt = addDays(postedAt, maximumExploitDelayDays);
  const announcedAt = times.exploitPublicationAt;
  const dueAt = announcedAt !== null && announcedAt < latestAt ? announcedAt : latestAt;
  return { what: "POST_EXPLOIT", owner: "reporter", dueAt, clause: "R14" };
}
