import type { ReportPage } from "#lib/schema/report-page.ts";
import { unmerged } from "#components/embargo/issue-standing.ts";
import { LeakPanel } from "#components/leak/leak-panel.tsx";
import { PostingsPanel } from "#components/posting/postings-panel.tsx";
import type { DutyHolders } from "#components/deadlines/with-whom.ts";
import type { StepDesk } from "#components/step/step-desk.ts";
import { ObligationsPanel } from "./obligations-panel.tsx";

export interface OwedSectionsProps extends Pick<ReportPage, "issues" | "obligations" | "leaks"> {
  readonly dutyHolders: DutyHolders | null;
  readonly desk: StepDesk;
}

/** What is owed for a report, what was said in public, and what got out: each can be recorded here. */
export function OwedSections({ issues, obligations, leaks, dutyHolders, desk }: OwedSectionsProps) {
  const hasSeveralIssues = issues.length > 1;
  return (
    <>
      <ObligationsPanel
        obligations={obligations}
        dutyHolders={dutyHolders}
        hasSeveralIssues={hasSeveralIssues}
        desk={desk}
      />
      {unmerged(issues).map((issue) => (
        <PostingsPanel
          key={issue.number}
          issue={issue}
          obligations={obligations}
          isOneOfSeveral={hasSeveralIssues}
          desk={desk}
        />
      ))}
      <LeakPanel leaks={leaks} obligations={obligations} desk={desk} />
    </>
  );
}
