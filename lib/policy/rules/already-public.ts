import { answerMissing, postPublicly, refusal } from "../finding.ts";
import type { Rule } from "../finding.ts";

/** Refuses what is public already: it belongs in public alone. */
export const alreadyPublic: Rule = {
  check({ isPublic }, policy) {
    if (!policy.refusesPublicIssues) return null;
    if (isPublic === null) return answerMissing("R1", "isPublic");
    if (!isPublic) return null;

    const facts = { venue: policy.publicVenue.name };
    return refusal("R1", { code: "ALREADY_PUBLIC", field: "isPublic", facts }, postPublicly(policy));
  },
};
