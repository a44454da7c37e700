import type { Problem } from "#lib/base/problem.ts";
import { latestDisclosureAt } from "./latest-instant.ts";
import type { Policy } from "./policy.ts";
import { spanEnd, spanText } from "./span.ts";
import type { Span } from "./span.ts";
import { utcWeekday } from "./weekday.ts";

/** What a policy's limits are counted from, for a report or for one issue of it. */
export interface EmbargoClock {
  readonly receivedAt: Date;
  /** When the policy's clock started; null while it has not, because no fix is ready yet. */
  readonly startsAt: Date | null;
  /** Whether the list has granted the exceptional extension that some policies know. */
  readonly isExtensionAgreed: boolean;
}

/** The latest disclosure that is not refused, with the limit it rests on. */
export interface EmbargoLimit {
  readonly latestAt: Date;
  readonly maximum: Span;
  readonly clockStart: Policy["clockStart"];
}

/** Whichever ends first: the time from the clock's start, or all the time from the report on. Null: nothing limits it. */
export function limitOf(clock: EmbargoClock, policy: Policy): EmbargoLimit | null {
  const running = runningLimit(clock, policy);
  const total = totalLimit(clock, policy);
  if (running === null || total === null) return running ?? total;
  return total.latestAt < running.latestAt ? total : running;
}

/** Whether a disclosure at `disclosureAt` is refused for its length. Exactly the limit is not. */
export function isBeyondLimit(disclosureAt: Date, clock: EmbargoClock, policy: Policy): boolean {
  const limit = limitOf(clock, policy);
  if (limit === null) return false;
  return disclosureAt > limit.latestAt || isOnClosedWeekday(disclosureAt, clock, policy);
}

export function tooLong(disclosureAt: Date, limit: EmbargoLimit): Problem<"EMBARGO_TOO_LONG"> {
  return {
    code: "EMBARGO_TOO_LONG",
    clause: "R11",
    facts: {
      maximum: spanText(limit.maximum),
      clockStart: limit.clockStart,
      proposedAt: disclosureAt.toISOString(),
      latestAt: limit.latestAt.toISOString(),
    },
  };
}

function runningLimit({ startsAt, isExtensionAgreed }: EmbargoClock, policy: Policy): EmbargoLimit | null {
  const { maximumEmbargo, extension, clockStart } = policy;
  if (startsAt === null || maximumEmbargo === null) return null;

  if (isExtensionAgreed && extension?.condition === "agreed")
    return { latestAt: spanEnd(startsAt, extension.maximum), maximum: extension.maximum, clockStart };

  const latestAt = latestDisclosureAt(startsAt, policy);
  return latestAt === null ? null : { latestAt, maximum: maximumEmbargo, clockStart };
}

function totalLimit({ receivedAt }: EmbargoClock, { totalMaximum }: Policy): EmbargoLimit | null {
  if (totalMaximum === null) return null;
  return { latestAt: spanEnd(receivedAt, totalMaximum), maximum: totalMaximum, clockStart: "first-private-post" };
}

/** Between the ordinary maximum and the end of a weekday extension, only the extension's days are open. */
function isOnClosedWeekday(disclosureAt: Date, { startsAt }: EmbargoClock, policy: Policy): boolean {
  const { maximumEmbargo, extension } = policy;
  if (startsAt === null || maximumEmbargo === null || extension?.condition !== "weekdays") return false;
  return disclosureAt > spanEnd(startsAt, maximumEmbargo) && !extension.disclosedOn.includes(utcWeekday(disclosureAt));
}
