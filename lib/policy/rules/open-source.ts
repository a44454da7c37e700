import { answerMissing, refusal } from "../finding.ts";
import type { Rule } from "../finding.ts";

/** Refuses issues of software that is not Open Source. There is no mend on these lists: its vendor is the one to tell. */
export const openSource: Rule = {
  check({ isOpenSource }, { openSourceOnly }) {
    if (!openSourceOnly) return null;
    if (isOpenSource === null) return answerMissing("R2", "isOpenSource");
    return isOpenSource ? null : refusal("R2", { code: "NOT_OPEN_SOURCE", field: "isOpenSource", facts: {} }, null);
  },
};
