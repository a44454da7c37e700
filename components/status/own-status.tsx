"use client";

import { useState } from "react";
import { ok } from "#lib/base/result.ts";
import { isAnswer, type StatusAnswer } from "#lib/embargo/organisation-status.ts";
import { NoteView, type ShownNote } from "#components/note/note-view.tsx";
import { emptyNote, isEmptyNote, isSameNote, noteOfEntity, type Note } from "#components/note/note.ts";
import { storeNote } from "#components/note/store-note.ts";
import type { NoteWay } from "#components/note/use-note-way.ts";
import { shownProblem } from "#components/request/shown-problem.ts";
import { StepProblem } from "#components/step/step-problem.tsx";
import { useMemberRoad } from "#components/step/use-member-road.ts";
import { useStep } from "#components/step/use-step.ts";
import { useLeaveWarning, useLinkWarning } from "#components/thread/use-leave-warning.ts";
import { Age } from "#components/ui/age.tsx";
import type { MatrixCell } from "./matrix.ts";
import { OwnNote } from "./own-note.tsx";
import { StatusChoice } from "./status-choice.tsx";
import { StatusMark } from "./status-mark.tsx";

export interface OwnStatusProps {
  readonly reportId: string;
  readonly listName: string;
  readonly organisation: string;
  readonly cell: MatrixCell;
  /** Null where the report has one issue only. */
  readonly issueTitle: string | null;
  /** The note that stands there; undefined where there is none, or it is not the viewer's to read. */
  readonly note: ShownNote | undefined;
  readonly way: NoteWay;
  readonly now: Date;
}

/** Where the viewer's organisation stands with an issue: set at one press or key, with a sealed note where there is more to say. */
export function OwnStatus(props: OwnStatusProps) {
  const { reportId, listName, organisation, cell, issueTitle, note, way, now } = props;
  const { status, said, issueNumber } = cell;
  const { pending, problem, take } = useStep(useMemberRoad(reportId));
  const [draft, setDraft] = useState<Note | null>(null);
  const stored = note?.contents?.state === "opened" ? noteOfEntity(note.contents.entity) : emptyNote;
  const isDirty = draft !== null && !isSameNote(draft, stored);
  useLeaveWarning(isDirty);
  useLinkWarning(isDirty);

  async function set(answer: StatusAnswer) {
    const step = { kind: "set-status", issue: issueNumber, status: answer } as const;
    const isTaken = await take(async () => {
      if (draft === null || !isDirty) return ok(step);
      if (isEmptyNote(draft)) return ok({ ...step, envelopeId: null });
      if (way.road === null) return { ok: false, problem: shownProblem({ code: "LIST_NOT_READY", facts: {} }) };
      const envelope = await storeNote(draft, `Note of ${organisation}`, way.road);
      return envelope.ok ? ok({ ...step, envelopeId: envelope.value }) : envelope;
    }, answer);
    if (isTaken) setDraft(null);
  }

  return (
    <div className="space-y-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {issueTitle === null ? null : <span className="font-medium">{issueTitle}</span>}
        <span role="status">
          <StatusMark status={status} />
        </span>
        {said === null ? null : (
          <span className="text-sm text-muted">
            {said.memberName ?? "A member who has left"}, <Age at={said.changedAt} now={now} />
          </span>
        )}
      </p>
      {said?.envelopeId == null ? null : <NoteView note={note} />}
      <StatusChoice
        label={issueTitle === null ? `Status of ${organisation}` : `Status of ${organisation}, ${issueTitle}`}
        status={status}
        pending={pending}
        onChoose={(answer) => void set(answer)}
      />
      <OwnNote
        id={`note-${String(issueNumber)}`}
        note={draft ?? stored}
        isSealed={said?.envelopeId != null && note?.contents?.state !== "opened"}
        isDirty={isDirty}
        isBusy={pending !== null}
        listName={listName}
        way={way}
        saveAs={isAnswer(status) ? status : null}
        onChange={setDraft}
        onSave={(answer) => void set(answer)}
      />
      <StepProblem problem={problem} />
    </div>
  );
}
