"use client";

import type { StatusAnswer } from "#lib/embargo/organisation-status.ts";
import { NoteAudience } from "#components/note/note-audience.tsx";
import { NoteFields } from "#components/note/note-fields.tsx";
import type { Note } from "#components/note/note.ts";
import type { NoteWay } from "#components/note/use-note-way.ts";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { statusWords } from "./status-words.ts";

export interface OwnNoteProps {
  readonly id: string;
  readonly note: Note;
  /** Whether one stands there that is not open here. */
  readonly isSealed: boolean;
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  readonly listName: string;
  readonly way: NoteWay;
  /** The status that was said; null where nothing was. */
  readonly saveAs: StatusAnswer | null;
  readonly onChange: (note: Note) => void;
  readonly onSave: (answer: StatusAnswer) => void;
}

/** The note beside an organisation's own status, for the list's readers alone. */
export function OwnNote(props: OwnNoteProps) {
  const { id, note, isSealed, isDirty, isBusy, listName, way, saveAs, onChange, onSave } = props;
  return (
    <Disclosure summary="Tracking id, versions, a comment">
      <div className="space-y-4">
        {isSealed ? (
          <p className="text-sm text-muted">A sealed note stands here. What you write takes its place.</p>
        ) : null}
        <NoteFields id={id} note={note} isBusy={isBusy} onChange={onChange} />
        <NoteAudience id={id} way={way} listName={listName} />
        {saveAs === null ? (
          <p className="text-sm">It is sealed and kept with the status: choose one above.</p>
        ) : (
          <Button
            size="small"
            icon="lock"
            pending={isBusy}
            disabled={!isDirty}
            onClick={() => {
              onSave(saveAs);
            }}
          >
            Seal the note beside “{statusWords(saveAs).short}”
          </Button>
        )}
      </div>
    </Disclosure>
  );
}
