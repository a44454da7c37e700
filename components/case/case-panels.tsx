import type { ShownIssue } from "#lib/schema/issue-response.ts";
import type { StepDesk } from "#components/step/step-desk.ts";
import { CasePanel } from "./case-panel.tsx";
import { unmerged } from "#components/embargo/issue-standing.ts";

export interface CasePanelsProps {
  readonly issues: readonly ShownIssue[];
  readonly desk: StepDesk;
}

/** The cases of a report's issues. */
export function CasePanels({ issues, desk }: CasePanelsProps) {
  return unmerged(issues).map((issue) => (
    <CasePanel key={issue.number} issue={issue} isOneOfSeveral={issues.length > 1} desk={desk} />
  ));
}
