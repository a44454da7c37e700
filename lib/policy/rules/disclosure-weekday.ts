import { addDays } from "#lib/base/instant.ts";
import { givenInstant } from "../facts.ts";
import type { SubmissionFacts } from "../facts.ts";
import { advice } from "../finding.ts";
import type { Finding, Mend, Rule } from "../finding.ts";
import { isBeyondMaximum } from "../latest-instant.ts";
import type { Policy } from "../policy.ts";
import { utcWeekday } from "../weekday.ts";

/** Advises another day where people who must ship the fix are away: Friday to Sunday in UTC, for the 2017 policy. */
export const disclosureWeekday: Rule = {
  clause: "R7",

  check(facts, policy): Finding | null {
    const disclosureAt = givenInstant(facts.proposedDisclosureAt);
    if (disclosureAt === null || !policy.avoidedWeekdays.includes(utcWeekday(disclosureAt))) return null;
    if (disclosureAt <= facts.receivedAt || isBeyondMaximum(disclosureAt, facts, policy)) return null;

    const problemFacts = { weekday: utcWeekday(disclosureAt), proposedAt: disclosureAt.toISOString() };
    return advice(
      "R7",
      { code: "DISCLOSURE_ON_WEEKEND", field: "proposedDisclosureAt", facts: problemFacts },
      nearestOpenDay(disclosureAt, facts, policy),
    );
  },
};

/** The same time on the nearest day that fits, an earlier one first: of two dates the shorter embargo wins. */
function nearestOpenDay(disclosureAt: Date, facts: SubmissionFacts, policy: Policy): Mend | null {
  const earliestAt = addDays(facts.receivedAt, Math.max(1, policy.minimumNoticeDays ?? 0));
  const instant = [-1, -2, -3, -4, -5, -6, 1, 2, 3, 4, 5, 6]
    .map((days) => addDays(disclosureAt, days))
    .filter((candidate) => givenInstant(candidate) !== null && !policy.avoidedWeekdays.includes(utcWeekday(candidate)))
    .find((candidate) => candidate >= earliestAt && !isBeyondMaximum(candidate, facts, policy));
  return instant === undefined ? null : { kind: "use-instant", instant };
}
