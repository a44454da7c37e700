import type { ReactNode } from "react";
import { isClauseId } from "#lib/policy/clause.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Notice } from "#components/ui/notice.tsx";

export interface StepProblemProps {
  readonly problem: ShownProblem | null;
  /** What is wrong stands above already. */
  readonly wrongIsSaid?: boolean;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** Why a step was refused, on which clause, and how to mend it; nothing where it was not. */
export function StepProblem({ problem, wrongIsSaid = false, actions, children }: StepProblemProps) {
  if (problem === null) return null;
  const { wrong, mend, clause } = problem;
  return (
    <Notice tone="refusal" {...(wrongIsSaid ? {} : { role: "alert" as const, title: wrong })} actions={actions}>
      <p>
        {mend} {clause !== undefined && isClauseId(clause) ? <PolicyLink id={clause} /> : null}
      </p>
      {children}
    </Notice>
  );
}
