import { holidayOn } from "../avoided-days.ts";
import { givenInstant } from "../facts.ts";
import { advice } from "../finding.ts";
import type { Finding, Rule } from "../finding.ts";
import { isBeyondMaximum } from "../submission-clock.ts";
import { nearestOpenDay } from "./_open-day.ts";

/** Advises another day where a policy names days of the year on which too few people are at work. */
export const disclosureHoliday: Rule = {
  check(facts, policy): Finding | null {
    const disclosureAt = givenInstant(facts.proposedDisclosureAt);
    if (disclosureAt === null || disclosureAt <= facts.receivedAt) return null;

    const holiday = holidayOn(disclosureAt, policy);
    if (holiday === null || isBeyondMaximum(disclosureAt, facts, policy)) return null;

    const problemFacts = { holiday: holiday.name, proposedAt: disclosureAt.toISOString() };
    return advice(
      "R7",
      { code: "DISCLOSURE_ON_HOLIDAY", field: "proposedDisclosureAt", facts: problemFacts },
      nearestOpenDay(disclosureAt, facts, policy),
    );
  },
};
