"use client";

import { useState } from "react";
import { ok } from "#lib/base/result.ts";
import type { DutyOutcome } from "#lib/policy/duty.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { NoteAudience } from "#components/note/note-audience.tsx";
import { NoteFields } from "#components/note/note-fields.tsx";
import { emptyNote, isEmptyNote } from "#components/note/note.ts";
import { storeNote } from "#components/note/store-note.ts";
import type { NoteWay } from "#components/note/use-note-way.ts";
import { shownProblem } from "#components/request/shown-problem.ts";
import { StepProblem } from "#components/step/step-problem.tsx";
import { useMemberRoad } from "#components/step/use-member-road.ts";
import { useStep } from "#components/step/use-step.ts";
import { useLeaveWarning, useLinkWarning } from "#components/thread/use-leave-warning.ts";
import { Button } from "#components/ui/button.tsx";
import type { DutyRow } from "./duty-rows.ts";

export interface DutyWorkFormProps {
  readonly row: Pick<DutyRow, "duty" | "title" | "text">;
  readonly report: ReportPage["report"];
  readonly way: NoteWay;
  readonly onRecorded: () => void;
}

const presses: readonly { readonly outcome: DutyOutcome; readonly label: string }[] = [
  { outcome: "taken", label: "We take this" },
  { outcome: "done", label: "Done" },
  { outcome: "nothing-found", label: "Looked, nothing found" },
];

/** That the viewer's organisation takes a duty here, did it, or looked and found nothing; with a sealed comment or without. */
export function DutyWorkForm({ row: { duty, title, text }, report, way, onRecorded }: DutyWorkFormProps) {
  const { pending, problem, take } = useStep(useMemberRoad(report.id));
  const [note, setNote] = useState(emptyNote);
  const isDirty = !isEmptyNote(note);
  useLeaveWarning(isDirty);
  useLinkWarning(isDirty);

  async function record(outcome: DutyOutcome) {
    const step = { kind: "record-duty-work", duty, outcome } as const;
    const isTaken = await take(async () => {
      if (!isDirty) return ok(step);
      if (way.road === null) return { ok: false, problem: shownProblem({ code: "LIST_NOT_READY", facts: {} }) };
      const envelope = await storeNote(note, `${duty}: ${title}`, way.road);
      return envelope.ok ? ok({ ...step, envelopeId: envelope.value }) : envelope;
    }, outcome);
    if (!isTaken) return;
    setNote(emptyNote);
    onRecorded();
  }

  return (
    <div className="space-y-4">
      <p className="max-w-prose text-sm">{text}</p>
      <NoteFields id={`duty-${duty}`} note={note} isBusy={pending !== null} onChange={setNote} commentOnly />
      <NoteAudience id={`duty-${duty}`} way={way} listName={report.listName} />
      <div className="flex flex-wrap gap-2">
        {presses.map(({ outcome, label }) => (
          <Button
            key={outcome}
            size="small"
            pending={pending === outcome}
            onClick={() => {
              void record(outcome);
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      <StepProblem problem={problem} />
    </div>
  );
}
