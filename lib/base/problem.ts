import { accessProblems } from "./problems/access.ts";
import { browserProblems } from "./problems/browser.ts";
import { certificateProblems } from "./problems/certificate.ts";
import { embargoProblems } from "./problems/embargo.ts";
import { enrolmentProblems } from "./problems/enrolment.ts";
import { envelopeProblems } from "./problems/envelope.ts";
import { identityProblems } from "./problems/identity.ts";
import { mimeProblems } from "./problems/mime.ts";
import { policyProblems } from "./problems/policy.ts";
import { portalProblems } from "./problems/portal.ts";
import { stepProblems } from "./problems/step.ts";
import { submissionProblems } from "./problems/submission.ts";
import type { ProblemText } from "./problems/text.ts";

/**
 * The one registry of what can go wrong in a way that a caller must expect. A code never changes its meaning;
 * page, API (`application/problem+json`, RFC 9457) and mail show the same text for it.
 */
const registry = {
  ...accessProblems,
  ...browserProblems,
  ...certificateProblems,
  ...embargoProblems,
  ...enrolmentProblems,
  ...envelopeProblems,
  ...identityProblems,
  ...mimeProblems,
  ...policyProblems,
  ...portalProblems,
  ...stepProblems,
  ...submissionProblems,
};

export type ProblemCode = keyof typeof registry;

/** Public numbers and names that a problem's text needs: never content, keys or addresses. */
export type ProblemFacts<Code extends ProblemCode> = Parameters<(typeof registry)[Code]["text"]>[0];

/** A refusal: its code, the facts its text is made of, the clause it rests on and the field it speaks of. */
export type Problem<Code extends ProblemCode = ProblemCode> = {
  [Each in Code]: {
    readonly code: Each;
    readonly facts: ProblemFacts<Each>;
    readonly clause?: string;
    readonly field?: string;
  };
}[Code];

/** What is wrong and how to mend it, in words for the person who can. */
export function problemText<Code extends ProblemCode>(problem: Problem<Code>): ProblemText {
  const { text } = registry[problem.code];
  return (text as (facts: ProblemFacts<Code>) => ProblemText)(problem.facts);
}

/** The HTTP status that the API answers this problem with. */
export function problemStatus(code: ProblemCode): number {
  return registry[code].status;
}

export const problemCodes = Object.keys(registry) as readonly ProblemCode[];
