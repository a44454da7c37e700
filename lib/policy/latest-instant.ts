import { addDays, minuteMs } from "#lib/base/instant.ts";
import type { Extension, Policy } from "./policy.ts";
import { spanEnd } from "./span.ts";
import { utcWeekday } from "./weekday.ts";

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

/** The end of the time that the policy prefers, or null where it prefers none. The end itself is still preferred. */
export function preferredUntil(startsAt: Date, policy: Policy): Date | null {
  return policy.preferredMaximumDays === null ? null : addDays(startsAt, policy.preferredMaximumDays);
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
