import type { ReactNode } from "react";
import { PolicyLink } from "#components/report/policy-link.tsx";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Notice } from "#components/ui/notice.tsx";
import { isClauseId } from "#lib/policy/clause.ts";

export interface StepRefusalProps {
  readonly problem: ShownProblem;
  /** What is wrong stands above already. */
  readonly wrongIsSaid?: boolean;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** Why a step was not taken, how to mend that, and the clause it rests on. */
export function StepRefusal({ problem, wrongIsSaid = false, actions, children }: StepRefusalProps) {
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
