import { addDays } from "#lib/base/instant.ts";
import { givenInstant } from "../facts.ts";
import { advice } from "../finding.ts";
import type { Finding, Rule } from "../finding.ts";
import { wholeMinute } from "../latest-instant.ts";
import { clockStartOf, isBeyondMaximum } from "../submission-clock.ts";

/** Advises a shorter embargo where one is allowed, but longer than preferred. Exactly the preferred length is quiet. */
export const preferredEmbargo: Rule = {
  check(facts, policy): Finding | null {
    const disclosureAt = givenInstant(facts.proposedDisclosureAt);
    const startsAt = clockStartOf(facts, policy);
    const { preferredMaximumDays } = policy;
    if (disclosureAt === null || startsAt === null || preferredMaximumDays === null) return null;

    const preferredAt = addDays(startsAt, preferredMaximumDays);
    if (disclosureAt <= preferredAt) return null;
    if (disclosureAt <= facts.receivedAt || isBeyondMaximum(disclosureAt, facts, policy)) return null;

    const instant = wholeMinute(preferredAt);
    return advice(
      "R11",
      {
        code: "EMBARGO_OVER_PREFERRED",
        field: "proposedDisclosureAt",
        facts: { preferredMaximumDays, preferredAt: preferredAt.toISOString() },
      },
      instant > facts.receivedAt ? { kind: "use-instant", instant } : null,
    );
  },
};
