import { addDays, addHours, dayMs } from "#lib/base/instant.ts";
import { holidayOn } from "#lib/policy/avoided-days.ts";
import { preferredUntil } from "#lib/policy/latest-instant.ts";
import { isBeyondMaximum } from "#lib/policy/submission-clock.ts";
import { unansweredFacts } from "#lib/policy/facts.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { utcWeekday } from "#lib/policy/weekday.ts";

/** Early afternoon in UTC: working hours from California's morning to India's evening. */
const usualHourUtc = 14;
const searchedDays = [7, 6, 5, 4, 3, 2, 1];

/**
 * A disclosure that the policy has nothing to say against: up to 7 days ahead at 14:00 UTC, at least a day from now and
 * on none of the days it advises against; null where there is none such. It is offered, never filled in: the date is
 * the reporter's to choose.
 */
export function suggestedDisclosureAt(now: Date, policy: Policy): Date | null {
  const today = new Date(Math.floor(now.getTime() / dayMs) * dayMs);
  const hour = policy.disclosureHourUtc ?? usualHourUtc;
  const earliestAt = addDays(now, Math.max(1, policy.minimumNoticeDays ?? 0));
  const preferredAt = preferredUntil(now, policy);
  const candidates = searchedDays.map((days) => addHours(addDays(today, days), hour));
  return (
    candidates.find(
      (candidate) =>
        candidate >= earliestAt &&
        (preferredAt === null || candidate <= preferredAt) &&
        !policy.avoidedWeekdays.includes(utcWeekday(candidate)) &&
        holidayOn(candidate, policy) === null &&
        !isBeyondMaximum(candidate, unansweredFacts(now), policy),
    ) ?? null
  );
}
