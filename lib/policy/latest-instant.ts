import { addDays, minuteMs } from "#lib/base/instant.ts";
import { givenInstant } from "./facts.ts";
import type { SubmissionFacts } from "./facts.ts";
import type { Extension, Policy } from "./policy.ts";
import { spanEnd } from "./span.ts";
import { utcWeekday } from "./weekday.ts";

/** When the policy's clock starts for this report, or null while it has not (no fix is ready yet). */
export function clockStartOf(facts: SubmissionFacts, policy: Policy): Date | null {
  return policy.clockStart === "first-private-post" ? facts.receivedAt : givenInstant(facts.fixReadyAt);
}

/**
 * The latest disclosure that is not refused, to the millisecond, or null where the policy knows no maximum (R11).
 * Days are 24 h: no zone and no daylight saving moves it. An extension that must be agreed is not counted.
 */
export function latestDisclosureAt(startsAt: Date, policy: Policy): Date | null {
  if (policy.maximumEmbargo === null) return null;

  const ordinaryEnd = spanEnd(startsAt, policy.maximumEmbargo);
  if (policy.extension?.condition !== "weekdays") return ordinaryEnd;
  return latestOnExtendedWeekday(startsAt, policy.extension, ordinaryEnd);
}

/** As {@link latestDisclosureAt}, where the list has agreed to an exceptional extension. */
export function latestAgreedDisclosureAt(startsAt: Date, policy: Policy): Date | null {
  if (policy.maximumEmbargo === null || policy.extension?.condition !== "agreed")
    return latestDisclosureAt(startsAt, policy);
  return spanEnd(startsAt, policy.extension.maximum);
}

/** The end of the time that the policy prefers, or null where it prefers none. The end itself is still preferred. */
export function preferredUntil(startsAt: Date, policy: Policy): Date | null {
  return policy.preferredMaximumDays === null ? null : addDays(startsAt, policy.preferredMaximumDays);
}

/** Latest disclosure for these very facts, or null where nothing limits it. */
export function latestDisclosureOf(facts: SubmissionFacts, policy: Policy): Date | null {
  const startsAt = clockStartOf(facts, policy);
  if (startsAt === null) return null;
  return facts.isExtensionAgreed === true
    ? latestAgreedDisclosureAt(startsAt, policy)
    : latestDisclosureAt(startsAt, policy);
}

/** Whether a disclosure at `disclosureAt` lasts longer than the policy allows for these facts. */
export function isBeyondMaximum(disclosureAt: Date, facts: SubmissionFacts, policy: Policy): boolean {
  const startsAt = clockStartOf(facts, policy);
  const latestAt = latestDisclosureOf(facts, policy);
  if (startsAt === null || latestAt === null || policy.maximumEmbargo === null) return false;
  if (disclosureAt > latestAt) return true;

  // Between the ordinary maximum and the end of a weekday extension, only the extension's days are open.
  if (policy.extension?.condition !== "weekdays" || disclosureAt <= spanEnd(startsAt, policy.maximumEmbargo))
    return false;
  return !policy.extension.disclosedOn.includes(utcWeekday(disclosureAt));
}

/** Rounded down to the whole minute that a picker can hold. */
export function wholeMinute(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / minuteMs) * minuteMs);
}

function latestOnExtendedWeekday(
  startsAt: Date,
  extension: Extract<Extension, { condition: "weekdays" }>,
  ordinaryEnd: Date,
): Date {
  if (!extension.reportedOn.includes(utcWeekday(startsAt))) return ordinaryEnd;

  let candidate = spanEnd(startsAt, extension.maximum);
  while (candidate > ordinaryEnd && !extension.disclosedOn.includes(utcWeekday(candidate)))
    candidate = new Date(startOfUtcDay(candidate).getTime() - 1);
  return candidate > ordinaryEnd ? candidate : ordinaryEnd;
}

function startOfUtcDay(instant: Date): Date {
  return new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth(), instant.getUTCDate()));
}
