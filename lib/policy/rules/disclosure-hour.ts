import { addDays, addHours, dayMs } from "#lib/base/instant.ts";
import { givenInstant } from "../facts.ts";
import { advice } from "../finding.ts";
import type { Finding, Mend, Rule } from "../finding.ts";
import type { Policy } from "../policy.ts";
import { isBeyondMaximum } from "../submission-clock.ts";
import type { SubmissionFacts } from "../facts.ts";

/** Advises the hour at which a policy's disclosures are made, where it has one: the whole hour, in UTC. */
export const disclosureHour: Rule = {
  check(facts, policy): Finding | null {
    const disclosureAt = givenInstant(facts.proposedDisclosureAt);
    const { disclosureHourUtc } = policy;
    if (disclosureAt === null || disclosureHourUtc === null || disclosureAt <= facts.receivedAt) return null;
    if (atHour(disclosureAt, disclosureHourUtc).getTime() === disclosureAt.getTime()) return null;

    return advice(
      "R7",
      { code: "DISCLOSURE_HOUR_UNUSUAL", field: "proposedDisclosureAt", facts: { disclosureHourUtc } },
      nearestAtHour(disclosureAt, disclosureHourUtc, facts, policy),
    );
  },
};

/** That hour on the same day, or the day before or after where the policy's limits leave no other. */
function nearestAtHour(disclosureAt: Date, hour: number, facts: SubmissionFacts, policy: Policy): Mend | null {
  const sameDayAt = atHour(disclosureAt, hour);
  const earliestAt = addDays(facts.receivedAt, policy.minimumNoticeDays ?? 0);
  const instant = [sameDayAt, addDays(sameDayAt, -1), addDays(sameDayAt, 1)].find(
    (candidate) =>
      candidate > facts.receivedAt && candidate >= earliestAt && !isBeyondMaximum(candidate, facts, policy),
  );
  return instant === undefined ? null : { kind: "use-instant", instant };
}

function atHour(instant: Date, hour: number): Date {
  return addHours(new Date(Math.floor(instant.getTime() / dayMs) * dayMs), hour);
}
