import { problemCodes, type Problem, type ProblemCode } from "#lib/base/problem.ts";
import { shownProblem, unreachable, type ShownProblem } from "#components/request/shown-problem.ts";

/**
 * The refusal in the address that a failed sign-in answers with: `?error=` and `{"code": …, "facts": {…}}`.
 *
 * @param address - Absolute, or relative to this site.
 */
export function signInRefusal(address: string): ShownProblem {
  const error = URL.canParse(address, "http://portal.invalid")
    ? new URL(address, "http://portal.invalid").searchParams.get("error")
    : null;
  const problem = parsedProblem(error ?? "");
  return problem === null ? unreachable() : problem;
}

function parsedProblem(text: string): ShownProblem | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null || !("code" in parsed) || !("facts" in parsed)) return null;
    const { code, facts } = parsed;
    if (!isProblemCode(code) || typeof facts !== "object" || facts === null) return null;
    return shownProblem({ code, facts } as Problem);
  } catch {
    return null;
  }
}

function isProblemCode(code: unknown): code is ProblemCode {
  return problemCodes.some((each) => each === code);
}
