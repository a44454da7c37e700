import { isBeyondLimit, limitOf, tooLong } from "../embargo-limit.ts";
import { givenInstant } from "../facts.ts";
import { refusal } from "../finding.ts";
import type { Finding, Rule } from "../finding.ts";
import { wholeMinute } from "../latest-instant.ts";
import { clockOf } from "../submission-clock.ts";

/**
 * Refuses a disclosure later than the policy's maximum, and names the latest that passes, as A2 asks. Exactly the
 * maximum passes; a millisecond more does not.
 */
export const maximumEmbargo: Rule = {
  check(facts, policy): Finding | null {
    const disclosureAt = givenInstant(facts.proposedDisclosureAt);
    const clock = clockOf(facts, policy);
    const limit = limitOf(clock, policy);
    if (disclosureAt === null || limit === null || !isBeyondLimit(disclosureAt, clock, policy)) return null;

    const instant = wholeMinute(limit.latestAt);
    return refusal(
      "R11",
      { ...tooLong(disclosureAt, limit), field: "proposedDisclosureAt" },
      instant > facts.receivedAt ? { kind: "use-instant", instant } : null,
    );
  },
};
