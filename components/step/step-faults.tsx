import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { StepProblem } from "./step-problem.tsx";
import type { StepForm } from "./use-step-form.ts";

/** What stands in the way of a step, at the top of its form: what this page has found, and what the server refused. */
export function StepFaults({ form: { faults, attempt, problem } }: { readonly form: StepForm }) {
  return (
    <>
      <ErrorSummary errors={faults} attempt={attempt} />
      <StepProblem problem={problem} />
    </>
  );
}
