import { givenInstant } from "../facts.ts";
import { advice } from "../finding.ts";
import type { Finding, Rule } from "../finding.ts";
import { preferredUntil, wholeMinute } from "../latest-instant.ts";
import { clockStartOf, isBeyondMaximum } from "../submission-clock.ts";

/** Advises a shorter embargo where one is allowed, but longer than preferred. Exactly the preferred length is quiet. */
export const preferredEmbargo: Rule = {
  check(facts, policy): Finding | null {
    const disclosureAt = givenInstant(facts.proposedDisclosureAt);
    const startsAt = clockStartOf(facts, policy);
    if (disclosureAt === null || startsAt === null || policy.preferredMaximumDays === null) return null;

    const preferredAt = preferredUntil(startsAt, policy);
    if (preferredAt === null || disclosureAt <= preferredAt) return null;
    if (disclosureAt <= facts.receivedAt || isBeyondMaximum(disclosureAt, facts, policy)) return null;

    const instant = wholeMinute(preferredAt);
    return advice(
      "R11",
      {
        code: "EMBARGO_OVER_PREFERRED",
        field: "proposedDisclosureAt",
        facts: { preferredMaximumDays: policy.preferredMaximumDays, preferredAt: preferredAt.toISOString() },
      },
      instant > facts.receivedAt ? { kind: "use-instant", instant } : null,
    );
  },
};
