import type { ReportPage } from "#lib/schema/report-page.ts";
import { unmerged } from "#components/embargo/issue-standing.ts";
import { LeakPanel } from "#components/leak/leak-panel.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";
import { PostingsPanel } from "./postings-panel.tsx";

export interface PublicationPanelsProps extends Pick<ReportPage, "issues" | "obligations" | "leaks"> {
  readonly desk: StepDesk;
}

/** What was said of a report's issues in public, and what got out: each can be recorded here. */
export function PublicationPanels({ issues, obligations, leaks, desk }: PublicationPanelsProps) {
  return (
    <>
      {unmerged(issues).map((issue) => (
        <PostingsPanel
          key={issue.number}
          issue={issue}
          obligations={obligations}
          isOneOfSeveral={issues.length > 1}
          desk={desk}
        />
      ))}
      <LeakPanel leaks={leaks} obligations={obligations} desk={desk} />
    </>
  );
}
