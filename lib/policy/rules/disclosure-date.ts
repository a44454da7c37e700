import { givenInstant } from "../facts.ts";
import type { SubmissionFacts } from "../facts.ts";
import { refusal } from "../finding.ts";
import type { Finding, Mend, Rule } from "../finding.ts";
import { preferredUntil, wholeMinute } from "../latest-instant.ts";
import type { Policy } from "../policy.ts";
import { clockStartOf, latestDisclosureOf } from "../submission-clock.ts";

/**
 * Refuses a report without a date, and one whose date has come. The instant of receipt itself is refused too: what is
 * to be public right now needs no embargo (R1). One millisecond later passes.
 */
export const disclosureDate: Rule = {
  check(facts, policy): Finding | null {
    const disclosureAt = givenInstant(facts.proposedDisclosureAt);
    if (disclosureAt === null)
      return policy.mustProposeDate
        ? refusal("R7", { code: "DATE_MISSING", field: "proposedDisclosureAt", facts: {} }, suggestion(facts, policy))
        : null;
    if (disclosureAt > facts.receivedAt) return null;

    const problemFacts = { proposedAt: disclosureAt.toISOString(), receivedAt: facts.receivedAt.toISOString() };
    return refusal(
      "R7",
      {
        code: "DATE_IN_PAST",
        field: "proposedDisclosureAt",
        facts: { ...problemFacts, venue: policy.publicVenue.name },
      },
      suggestion(facts, policy),
    );
  },
};

/** The end of the preferred time, or of the allowed one, where that still lies ahead. */
function suggestion(facts: SubmissionFacts, policy: Policy): Mend | null {
  const startsAt = clockStartOf(facts, policy);
  const preferredAt = startsAt === null ? null : preferredUntil(startsAt, policy);
  const suggestedAt = preferredAt ?? latestDisclosureOf(facts, policy);
  if (suggestedAt === null) return null;

  const instant = wholeMinute(suggestedAt);
  return instant > facts.receivedAt ? { kind: "use-instant", instant } : null;
}
