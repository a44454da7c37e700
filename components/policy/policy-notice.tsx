import type { ReactNode } from "react";
import { problemText } from "#lib/base/problem.ts";
import { clauseOf } from "#lib/policy/clause.ts";
import type { Finding } from "#lib/policy/finding.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { Notice } from "#components/ui/notice.tsx";

export interface PolicyNoticeProps {
  readonly finding: Pick<Finding, "weight" | "problem" | "clause">;
  /** What is wrong stands above already, as the field's error. */
  readonly wrongIsSaid?: boolean;
  /** Ways out of it. */
  readonly actions?: ReactNode;
}

/** What the policy says of an answer, with its clause. */
export function PolicyNotice({ finding, wrongIsSaid = false, actions }: PolicyNoticeProps) {
  const { weight, problem, clause } = finding;
  const text = problemText(problem);
  return (
    <Notice tone={weight} title={wrongIsSaid ? clauseOf(clause).title : text.wrong} actions={actions}>
      <p>
        {text.mend} <PolicyLink id={clause} />
      </p>
    </Notice>
  );
}
