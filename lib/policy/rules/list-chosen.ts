import { answerMissing } from "../finding.ts";
import type { Rule } from "../finding.ts";

/** Refuses a report that names no list, since exactly one of them is told. */
export const listChosen: Rule = {
  check: ({ list }) => (list === null ? answerMissing("L1", "list") : null),
};
