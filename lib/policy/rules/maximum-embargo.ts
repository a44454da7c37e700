import { givenInstant } from "../facts.ts";
import { refusal } from "../finding.ts";
import type { Finding, Rule } from "../finding.ts";
import { isBeyondMaximum, latestDisclosureOf, wholeMinute } from "../latest-instant.ts";
import { spanText } from "../span.ts";

/**
 * Refuses a disclosure later than the policy's maximum, and names the latest that passes, as A2 asks. Exactly the
 * maximum passes; a millisecond more does not.
 */
export const maximumEmbargo: Rule = {
  clause: "R11",

  check(facts, policy): Finding | null {
    const disclosureAt = givenInstant(facts.proposedDisclosureAt);
    const latestAt = latestDisclosureOf(facts, policy);
    if (disclosureAt === null || latestAt === null || policy.maximumEmbargo === null) return null;
    if (!isBeyondMaximum(disclosureAt, facts, policy)) return null;

    const isExtended = facts.isExtensionAgreed === true && policy.extension?.condition === "agreed";
    const instant = wholeMinute(latestAt);
    return refusal(
      "R11",
      {
        code: "EMBARGO_TOO_LONG",
        field: "proposedDisclosureAt",
        facts: {
          maximum: spanText(isExtended ? policy.extension.maximum : policy.maximumEmbargo),
          clockStart: policy.clockStart,
          proposedAt: disclosureAt.toISOString(),
          latestAt: latestAt.toISOString(),
        },
      },
      instant > facts.receivedAt ? { kind: "use-instant", instant } : null,
    );
  },
};
