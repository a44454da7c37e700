import { addHours } from "#lib/base/instant.ts";
import { givenInstant } from "../facts.ts";
import { advice, postPublicly, refusal } from "../finding.ts";
import type { Rule } from "../finding.ts";

/**
 * A fix that anyone can read makes an issue public in effect (R1). Whether it does here is for members to judge (A3),
 * so the 2017 policy advises. A policy may tolerate it for some hours before the disclosure, the last one included.
 */
export const publicFix: Rule = {
  check({ fixIsPublic, receivedAt, proposedDisclosureAt }, policy) {
    if (fixIsPublic !== true || policy.publicFix === null) return null;

    const disclosureAt = givenInstant(proposedDisclosureAt);
    const { weight, toleratedHours } = policy.publicFix;
    if (toleratedHours > 0 && disclosureAt !== null && disclosureAt <= addHours(receivedAt, toleratedHours))
      return null;

    const cause = { code: "FIX_PUBLIC", field: "fixIsPublic", facts: { venue: policy.publicVenue.name } } as const;
    return weight === "refusal"
      ? refusal("A3", cause, postPublicly(policy))
      : advice("A3", cause, postPublicly(policy));
  },
};
