import { addDays } from "#lib/base/instant.ts";
import { holidayOn } from "../avoided-days.ts";
import { givenInstant } from "../facts.ts";
import type { SubmissionFacts } from "../facts.ts";
import type { Mend } from "../finding.ts";
import type { Policy } from "../policy.ts";
import { isBeyondMaximum } from "../submission-clock.ts";
import { utcWeekday } from "../weekday.ts";

/** Longer than any holiday with the weekends at both of its ends. */
const farthestDays = 20;

const distances = Array.from({ length: farthestDays }, (_, index) => index + 1);

/** The same time on the nearest day that fits, an earlier one first: of two dates the shorter embargo wins. */
export function nearestOpenDay(disclosureAt: Date, facts: SubmissionFacts, policy: Policy): Mend | null {
  const earliestAt = addDays(facts.receivedAt, Math.max(1, policy.minimumNoticeDays ?? 0));
  const instant = [...distances.map((days) => -days), ...distances]
    .map((days) => addDays(disclosureAt, days))
    .filter((candidate) => givenInstant(candidate) !== null && isOpenDay(candidate, policy))
    .find((candidate) => candidate >= earliestAt && !isBeyondMaximum(candidate, facts, policy));
  return instant === undefined ? null : { kind: "use-instant", instant };
}

function isOpenDay(instant: Date, policy: Policy): boolean {
  return !policy.avoidedWeekdays.includes(utcWeekday(instant)) && holidayOn(instant, policy) === null;
}
