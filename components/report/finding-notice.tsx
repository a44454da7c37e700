"use client";

import type { Finding } from "#lib/policy/finding.ts";
import { problemText } from "#lib/base/problem.ts";
import { clauseOf } from "#lib/policy/clause.ts";
import { Notice } from "#components/ui/notice.tsx";
import { MendAction } from "./mend-action.tsx";
import { PolicyLink } from "./policy-link.tsx";

interface FindingNoticeProps {
  readonly finding: Finding;
  /** What is wrong stands above already, as the field's error. */
  readonly wrongIsSaid?: boolean;
}

/** What the policy says of an answer, with its clause and what would mend it at a press. */
export function FindingNotice({ finding, wrongIsSaid = false }: FindingNoticeProps) {
  const { weight, problem, clause, mend } = finding;
  const text = problemText(problem);

  return (
    <Notice
      tone={weight}
      title={wrongIsSaid ? clauseOf(clause).title : text.wrong}
      actions={mend === null ? undefined : <MendAction finding={finding} mend={mend} />}
    >
      <p>
        {text.mend} <PolicyLink id={clause} />
      </p>
    </Notice>
  );
}
