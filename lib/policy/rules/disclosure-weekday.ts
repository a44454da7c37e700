import { givenInstant } from "../facts.ts";
import { advice } from "../finding.ts";
import type { Finding, Rule } from "../finding.ts";
import { isBeyondMaximum } from "../submission-clock.ts";
import { utcWeekday } from "../weekday.ts";
import { nearestOpenDay } from "./_open-day.ts";

/** Advises another day where people who must ship the fix are away: Friday to Sunday in UTC, for the 2017 policy. */
export const disclosureWeekday: Rule = {
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
