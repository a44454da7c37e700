import { advice } from "../finding.ts";
import type { Rule } from "../finding.ts";

/**
 * Advises to tell upstream and the others first, and to make sure of their consent to the maximum embargo. A reporter
 * who is sure to disclose soon in any case meets the clause without them. What is not said counts as not done.
 */
export const othersTold: Rule = {
  check({ toldOthers, othersAnswer }, { othersFirst }) {
    if (!othersFirst || othersAnswer === "disclosing-anyway") return null;

    if (toldOthers === null || toldOthers.length === 0)
      return advice("R12", { code: "OTHERS_NOT_TOLD", field: "toldOthers", facts: {} }, null);
    if (othersAnswer === null || othersAnswer === "not-asked")
      return advice("R12", { code: "OTHERS_NOT_ASKED", field: "othersAnswer", facts: {} }, null);
    if (othersAnswer === "opposed")
      return advice("R12", { code: "OTHERS_OPPOSED", field: "othersAnswer", facts: {} }, null);
    return null;
  },
};
