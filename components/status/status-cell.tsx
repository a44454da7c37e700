import { NoteView, type ShownNote } from "#components/note/note-view.tsx";
import { Age } from "#components/ui/age.tsx";
import type { MatrixCell } from "./matrix.ts";
import { StatusMark } from "./status-mark.tsx";

export interface StatusCellProps {
  readonly cell: MatrixCell;
  /** The issue, where there are no column headers and more than one; null where it needs no name. */
  readonly title: string | null;
  readonly note: ShownNote | undefined;
  readonly now: Date;
}

/** Where one organisation stands with one issue, since when, and what it noted. */
export function StatusCell({ cell: { status, said }, title, note, now }: StatusCellProps) {
  return (
    <td role="cell" className="py-2 pr-5 align-top last:pr-0 max-sm:block max-sm:p-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {title === null ? null : (
          <span aria-hidden="true" className="text-sm text-muted sm:hidden">
            {title}
          </span>
        )}
        <StatusMark status={status} />
        {said === null ? null : (
          <span className="text-sm text-muted">
            <Age at={said.changedAt} now={now} />
          </span>
        )}
      </p>
      {said?.envelopeId == null ? null : (
        <div className="mt-1">
          <NoteView note={note} />
        </div>
      )}
    </td>
  );
}
