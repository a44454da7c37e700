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

const passing: ReadonlySet<string> = new Set<ProblemCode>([
  "NETWORK_DOWN",
  "NOT_READY",
  "NO_ROOM",
  "SERVER_ERROR",
  "TOO_BUSY",
  "TOO_MANY_REQUESTS",
  "WORK_REQUIRED",
]);

/** Whether the same may be asked again as it is: it is open whether the portal has it, or it may be taken later. */
export function isPassing({ code }: ShownProblem): boolean {
  return passing.has(code);
}

/** The refusal in an answer of the API; whatever is not one was not the portal's answer. */
export function problemOfResponse(body: unknown): ShownProblem {
  const parsed = problemResponseSchema.safeParse(body);
  if (!parsed.success) return unreachable();
  const { code, title, detail, clause, field, findings = [], facts = {} } = parsed.data;
  return { code, wrong: title, mend: detail, clause, field, findings, facts };
}
