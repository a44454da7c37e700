import { answerMissing, postPublicly, refusal } from "../finding.ts";
import type { Rule } from "../finding.ts";

/** Refuses severities that the policy does not take in private. */
export const severity: Rule = {
  check(facts, policy) {
    if (policy.severities === null) return null;
    if (facts.severity === null) return answerMissing("R4", "severity");
    if (policy.severities.includes(facts.severity)) return null;

    const problemFacts = { severity: facts.severity, venue: policy.publicVenue.name };
    return refusal("R4", { code: "SEVERITY_TOO_LOW", field: "severity", facts: problemFacts }, postPublicly(policy));
  },
};
