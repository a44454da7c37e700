"use client";

import { useState } from "react";
import { policyOf } from "#lib/policy/policy-of.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import type { PreparedMessage } from "#components/thread/prepared-message.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { ChecklistRow } from "./checklist-row.tsx";
import { countOpen } from "./claim.ts";
import { MoveDiscussion } from "./move-discussion.tsx";
import { PublishNow } from "./publish-now.tsx";

export interface TriagePanelProps {
  readonly page: Pick<ReportPage, "report" | "triage" | "issues" | "reporterCertificates" | "viewerId" | "now">;
  /** Puts a message into the reply composer. */
  readonly onPrepare: (message: PreparedMessage) => void;
}

/** The checklist of a new report as work (A1 to A8): each question with its answer, who gave it, and what follows. */
export function TriagePanel(props: TriagePanelProps) {
  const { triage } = props.page;
  const open = countOpen(triage);
  // As they were at first: a question stays in its place while somebody answers it.
  const [doneAtFirst] = useState(() => new Set(triage.filter(isDone).map(({ question }) => question)));
  const done = triage.filter(({ question }) => doneAtFirst.has(question));
  const toDo = triage.filter(({ question }) => !doneAtFirst.has(question));
  return (
    <Fold
      id="triage"
      title="Checklist"
      note={open === 0 ? "All answered" : `${String(open)} of ${String(triage.length)} open`}
      isOpen={toDo.length > 0}
    >
      <p className="text-sm text-muted">
        What is asked of every new report. An answer is one press; it stands with your name, and can be changed.
      </p>
      <Rows {...props} entries={toDo.length === 0 ? done : toDo} />
      {done.length === 0 || toDo.length === 0 ? null : (
        <Disclosure summary={`${String(done.length)} answered before`}>
          <Rows {...props} entries={done} />
        </Disclosure>
      )}
    </Fold>
  );
}

type Entry = ReportPage["triage"][number];

/** Whether a question is answered, and nothing is to be done here that follows from its answer. */
function isDone({ question, state }: Entry): boolean {
  if (state.step === "answered") return question !== "linux-only" || state.answer.answer !== "yes";
  return state.step === "settled";
}

function Rows({ page, entries, onPrepare }: TriagePanelProps & { readonly entries: readonly Entry[] }) {
  const { report, viewerId, now } = page;
  if (entries.length === 0) return null;
  return (
    <ol className="mt-2 divide-y divide-line">
      {entries.map((entry) => (
        <ChecklistRow key={entry.question} reportId={report.id} entry={entry} viewerId={viewerId} now={now}>
          <Consequence page={page} entry={entry} onPrepare={onPrepare} />
        </ChecklistRow>
      ))}
    </ol>
  );
}

/** What follows from an answer, where something does. */
function Consequence({ page, entry, onPrepare }: TriagePanelProps & { readonly entry: Entry }) {
  const { state, question } = entry;
  if (state.step === "confirmed") return <PublishNow page={page} because={state.answer.answer} onPrepare={onPrepare} />;
  if (question !== "linux-only" || state.step !== "answered" || state.answer.answer !== "yes") return null;
  const narrower = policyOf(page.report.policyVersion).linuxOnlyList;
  return narrower === null || narrower === page.report.listName ? null : (
    <MoveDiscussion page={page} narrower={narrower} />
  );
}
