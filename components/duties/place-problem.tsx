import { ClauseLink } from "#components/policy/clause-link.tsx";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Notice } from "#components/ui/notice.tsx";
import { isClauseId } from "#lib/policy/clause.ts";

/** Why something about a duty was refused, and how to mend it. */
export function PlaceProblem({ problem }: { readonly problem: ShownProblem | null }) {
  if (problem === null) return null;
  const { wrong, mend, clause } = problem;
  return (
    <div className="basis-full">
      <Notice tone="refusal" role="alert" title={wrong}>
        <p>
          {mend} {clause !== undefined && isClauseId(clause) ? <ClauseLink id={clause} /> : null}
        </p>
      </Notice>
    </div>
  );
}
