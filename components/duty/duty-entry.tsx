"use client";

import { useRef } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { NoteView, type ShownNote } from "#components/note/note-view.tsx";
import type { NoteWay } from "#components/note/use-note-way.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { Age } from "#components/ui/age.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { DutyRow } from "./duty-rows.ts";
import { DutyWorkForm } from "./duty-work-form.tsx";

export interface DutyEntryProps {
  readonly row: DutyRow;
  readonly page: Pick<ReportPage, "report" | "now">;
  readonly notes: ReadonlyMap<string, ShownNote>;
  readonly way: NoteWay;
}

const outcomes = { taken: "took it", done: "did it", "nothing-found": "looked and found nothing" } as const;

/** One duty: what it is, who holds it, who took or did it here, and a place to say that one's own organisation did. */
export function DutyEntry({ row, page: { report, now }, notes, way }: DutyEntryProps) {
  const entry = useRef<HTMLLIElement>(null);
  const { duty, title, works, byChecklist } = row;
  return (
    <li ref={entry} tabIndex={-1} className="space-y-1.5 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p>
          <PolicyLink id={duty} /> <span className="font-medium">{title}</span>
        </p>
        <DutyMark state={row.state} />
      </div>
      {byChecklist.length === 0 ? null : <p className="text-sm">In the checklist: {byChecklist.join(", ")}</p>}
      {works.map(({ organisation, memberName, outcome, at, envelopeId }) => (
        <div key={organisation} className="text-sm">
          <p>
            <span className="font-medium">{organisation}</span> {outcomes[outcome]}{" "}
            <span className="text-muted">
              ({memberName ?? "a member who has left"}, <Age at={at} now={now} />)
            </span>
          </p>
          {envelopeId === null ? null : <NoteView note={notes.get(envelopeId)} />}
        </div>
      ))}
      <p className="text-sm text-muted">
        Held by {row.primary ?? "nobody"}; backup {row.backup ?? "vacant"}.
      </p>
      <Disclosure
        summary={
          <span className="text-sm">
            Record work<VisuallyHidden> for {duty}</VisuallyHidden>
          </span>
        }
      >
        <DutyWorkForm
          row={row}
          report={report}
          way={way}
          onRecorded={() => {
            entry.current?.focus();
          }}
        />
      </Disclosure>
    </li>
  );
}

function DutyMark({ state }: Pick<DutyRow, "state">) {
  switch (state) {
    case "done":
      return (
        <Badge tone="success" icon="check">
          Done
        </Badge>
      );
    case "taken":
      return (
        <Badge tone="note" icon="person">
          Taken
        </Badge>
      );
    case "nobody":
      return <span className="text-sm text-muted">Nobody yet</span>;
  }
}
