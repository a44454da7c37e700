import { problemText, type Problem, type ProblemCode } from "#lib/base/problem.ts";
import { problemResponseSchema, type ProblemResponse } from "#lib/schema/problem-response.ts";

/** A refusal ready to be shown, whether the server or this browser gave it. */
export interface ShownProblem {
  readonly code: string;
  /** What is wrong, and how to put it right: a sentence each. */
  readonly wrong: string;
  readonly mend: string;
  readonly clause?: string | undefined;
  readonly field?: string | undefined;
  /** Every finding of the policy, where it was the policy that refused. */
  readonly findings: NonNullable<ProblemResponse["findings"]>;
  readonly facts: Readonly<Record<string, unknown>>;
}

export function shownProblem<Code extends ProblemCode>(problem: Problem<Code>): ShownProblem {
  const { code, clause, field, facts } = problem as Problem;
  return { code, ...problemText(problem), clause, field, findings: [], facts: { ...facts } };
}

/** What stands where the portal could not be reached, or answered with something that is not its own. */
export function unreachable(): ShownProblem {
  return shownProblem({ code: "NETWORK_DOWN", facts: {} });
}

/** The refusal in an answer of the API; whatever is not one was not the portal's answer. */
export function problemOfResponse(body: unknown): ShownProblem {
  const parsed = problemResponseSchema.safeParse(body);
  if (!parsed.success) return unreachable();
  const { code, title, detail, clause, field, findings = [], facts = {} } = parsed.data;
  return { code, wrong: title, mend: detail, clause, field, findings, facts };
}
