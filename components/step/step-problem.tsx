import { isClauseId } from "#lib/policy/clause.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Notice } from "#components/ui/notice.tsx";

/** Why a step was refused, on which clause, and how to mend it; nothing where it was not. */
export function StepProblem({ problem }: { readonly problem: ShownProblem | null }) {
  if (problem === null) return null;
  const { wrong, mend, clause } = problem;
  return (
    <Notice tone="refusal" role="alert" title={wrong}>
      <p>
        {mend}
        {clause !== undefined && isClauseId(clause) ? (
          <>
            {" "}
            <PolicyLink id={clause} />
          </>
        ) : null}
      </p>
    </Notice>
  );
}
