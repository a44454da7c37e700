import type { Problem, ProblemFacts } from "#lib/base/problem.ts";
import type { policyProblems } from "#lib/base/problems/policy.ts";
import type { ClauseId } from "./clause.ts";
import type { FactField, SubmissionFacts } from "./facts.ts";
import type { Policy } from "./policy.ts";

type FindingCode = keyof typeof policyProblems;

type FindingProblem = Problem<FindingCode> & { readonly clause: ClauseId; readonly field: FactField };

/** What a form can offer as one press: the value to put into the finding's field, or the place to go instead. */
export type Mend =
  | { readonly kind: "use-instant"; readonly instant: Date }
  | { readonly kind: "choose-list"; readonly list: string }
  | { readonly kind: "post-publicly"; readonly name: string; readonly href: string };

/** What a rule says of given facts. A refusal stops the report; advice is for the reporter to weigh. */
export interface Finding {
  readonly clause: ClauseId;
  readonly weight: "refusal" | "advice";
  readonly problem: FindingProblem;
  readonly mend: Mend | null;
}

export interface Rule {
  readonly check: (facts: SubmissionFacts, policy: Policy) => Finding | null;
}

type Cause = Problem<FindingCode> & { readonly field: FactField };

export function refusal(clause: ClauseId, cause: Cause, mend: Mend | null): Finding {
  return { clause, weight: "refusal", problem: { ...cause, clause }, mend };
}

export function advice(clause: ClauseId, cause: Cause, mend: Mend | null): Finding {
  return { clause, weight: "advice", problem: { ...cause, clause }, mend };
}

/** Refuses a report that leaves open a question which its policy cannot do without. */
export function answerMissing(clause: ClauseId, question: ProblemFacts<"ANSWER_MISSING">["question"]): Finding {
  return refusal(clause, { code: "ANSWER_MISSING", field: question, facts: { question } }, null);
}

export function postPublicly({ publicVenue }: Policy): Mend {
  return { kind: "post-publicly", name: publicVenue.name, href: publicVenue.href };
}
