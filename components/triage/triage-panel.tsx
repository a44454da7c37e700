"use client";

import { policyOf } from "#lib/policy/policy-of.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import type { PreparedMessage } from "#components/thread/prepared-message.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ChecklistRow } from "./checklist-row.tsx";
import { countOpen } from "./claim.ts";
import { MoveDiscussion } from "./move-discussion.tsx";
import { PublishNow } from "./publish-now.tsx";

export interface TriagePanelProps {
  readonly page: Pick<
    ReportPage,
    "report" | "triage" | "issues" | "readers" | "reporterCertificates" | "viewerId" | "now"
  >;
  /** Puts a message into the reply composer. */
  readonly onPrepare: (message: PreparedMessage) => void;
}

/** The checklist of a new report as work (A1 to A8): each question with its answer, who gave it, and what follows. */
export function TriagePanel({ page, onPrepare }: TriagePanelProps) {
  const { report, triage, viewerId, now } = page;
  const open = countOpen(triage);
  return (
    <Panel
      id="triage"
      title="Checklist"
      aside={open === 0 ? <Badge tone="success">All answered</Badge> : <Badge tone="advice">{open} open</Badge>}
    >
      <p className="text-sm text-muted">
        What is asked of every new report. An answer is one press; it stands with your name, and can be changed.
      </p>
      <ol className="mt-2 divide-y divide-line">
        {triage.map((entry) => (
          <ChecklistRow key={entry.question} reportId={report.id} entry={entry} viewerId={viewerId} now={now}>
            <Consequence page={page} entry={entry} onPrepare={onPrepare} />
          </ChecklistRow>
        ))}
      </ol>
    </Panel>
  );
}

/** What follows from an answer, where something does. */
function Consequence({ page, entry, onPrepare }: TriagePanelProps & { readonly entry: ReportPage["triage"][number] }) {
  const { state, question } = entry;
  if (state.step === "confirmed") return <PublishNow page={page} because={state.answer.answer} onPrepare={onPrepare} />;
  if (question !== "linux-only" || state.step !== "answered" || state.answer.answer !== "yes") return null;
  const narrower = policyOf(page.report.policyVersion).linuxOnlyList;
  return narrower === null || narrower === page.report.listName ? null : (
    <MoveDiscussion page={page} narrower={narrower} />
  );
}
