"use client";

import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { maximumCommentCharacters, maximumLineCharacters, type Note } from "./note.ts";

export interface NoteFieldsProps {
  /** Distinguishes the fields of several notes on one page. */
  readonly id: string;
  readonly note: Note;
  readonly isBusy: boolean;
  readonly onChange: (note: Note) => void;
  /** For what was done only a comment is asked for. */
  readonly commentOnly?: boolean;
}

/** Where a note is written. Its fields have no names, so they are in no form submission, whatever happens to the script. */
export function NoteFields({ id, note, isBusy, onChange, commentOnly = false }: NoteFieldsProps) {
  return (
    <div className="space-y-4">
      {commentOnly ? null : (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            id={`${id}-tracking`}
            label="Tracking id"
            optional
            maxLength={maximumLineCharacters}
            readOnly={isBusy}
            value={note.trackingId}
            onChange={({ target }) => {
              onChange({ ...note, trackingId: target.value });
            }}
          />
          <TextField
            id={`${id}-versions`}
            label="Versions"
            optional
            maxLength={maximumLineCharacters}
            readOnly={isBusy}
            value={note.versions}
            onChange={({ target }) => {
              onChange({ ...note, versions: target.value });
            }}
          />
        </div>
      )}
      <TextArea
        id={`${id}-comment`}
        label="Comment"
        optional
        rows={3}
        maxLength={maximumCommentCharacters}
        readOnly={isBusy}
        value={note.comment}
        onChange={({ target }) => {
          onChange({ ...note, comment: target.value });
        }}
      />
    </div>
  );
}
