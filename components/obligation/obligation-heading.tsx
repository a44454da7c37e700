import { isClauseId } from "#lib/policy/clause.ts";
import type { ShownObligation } from "#lib/schema/obligation.ts";
import { owedToReporter } from "#components/receipt/owed-words.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { owedWords } from "#components/reports/owed-words.ts";

export interface ObligationHeadingProps {
  readonly obligation: ShownObligation;
  readonly hasSeveralIssues: boolean;
  readonly viewer: "member" | "reporter";
}

/** What is owed, for which issue where there are several, and by which clause. */
export function ObligationHeading({ obligation, hasSeveralIssues, viewer }: ObligationHeadingProps) {
  const { issueNumber, clause } = obligation;
  return (
    <p className="min-w-0">
      <span className="font-medium">{obligationText(obligation, viewer)}</span>
      {hasSeveralIssues && issueNumber !== null ? ` (issue ${String(issueNumber)})` : null}{" "}
      {isClauseId(clause) ? <PolicyLink id={clause} /> : null}
    </p>
  );
}

/** What is owed, in the words for the one who looks. */
export function obligationText(obligation: ShownObligation, viewer: "member" | "reporter"): string {
  return viewer === "reporter" ? owedToReporter(obligation, obligation.openedAt).what : owedWords(obligation).what;
}
