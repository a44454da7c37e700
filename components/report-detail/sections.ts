import type { ReportPage } from "#lib/schema/report-page.ts";
import { unmerged } from "#components/embargo/issue-standing.ts";
import { countText } from "#components/ui/count-text.ts";
import { countOpen } from "#components/triage/claim.ts";

/** A part of a report's page, as the list of contents names it. */
export interface PageSection {
  readonly id: string;
  readonly label: string;
  /** The single key that leads there. */
  readonly key: string;
  /** How much is open there; of 0 nothing is said. */
  readonly count: number;
}

/** The parts of a report's page in their order. Of several issues the first stands for all. */
export function pageSections(page: Pick<ReportPage, "issues" | "obligations" | "triage">): readonly PageSection[] {
  const first = String(unmerged(page.issues)[0]?.number ?? 1);
  const open = page.obligations.filter(({ closing }) => closing === null);
  const issueCount = unmerged(page.issues).length;
  return [
    { id: "asked", label: "Asked now", key: "a", count: 0 },
    { id: "issues", label: issueCount === 1 ? "Embargo" : countText(issueCount, "issue"), key: "e", count: 0 },
    { id: "thread", label: "Thread", key: "t", count: 0 },
    { id: "reply-panel", label: "Reply", key: "r", count: 0 },
    { id: "obligations", label: "Obligations", key: "o", count: open.length },
    { id: "triage", label: "Checklist", key: "c", count: countOpen(page.triage) },
    { id: "status", label: "Who stands where", key: "s", count: 0 },
    { id: `case-${first}`, label: "The case", key: "f", count: 0 },
    { id: `postings-${first}`, label: "Postings", key: "p", count: 0 },
    { id: "leaks", label: "Leaks", key: "l", count: open.filter(({ clause }) => clause === "M4").length },
    { id: "duties", label: "Duties here", key: "d", count: 0 },
    { id: "findings", label: "Remarks", key: "y", count: 0 },
    { id: "readers", label: "Readers", key: "k", count: 0 },
    { id: "answers", label: "Answers", key: "w", count: 0 },
    { id: "timeline", label: "Timeline", key: "h", count: 0 },
  ];
}
