"use client";

import { useMemo } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import type { ShownNote } from "#components/note/note-view.tsx";
import type { NoteWay } from "#components/note/use-note-way.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { DutyEntry } from "./duty-entry.tsx";
import { dutyRows, type DutyRow } from "./duty-rows.ts";

export interface DutyPanelProps {
  readonly page: ReportPage;
  readonly notes: ReadonlyMap<string, ShownNote>;
  readonly way: NoteWay;
}

/** The contributing back that this report asks for (T1 to T6, A1 to A13): who did what of it, and what nobody took. */
export function DutyPanel({ page, notes, way }: DutyPanelProps) {
  const rows = useMemo(() => dutyRows(page), [page]);
  const count = (state: DutyRow["state"]) => rows.filter((row) => row.state === state).length;
  const entries = (kind: "T" | "A") =>
    rows
      .filter(({ duty }) => duty.startsWith(kind))
      .map((row) => <DutyEntry key={row.duty} row={row} page={page} notes={notes} way={way} />);
  return (
    <Fold
      id="duties"
      title="Duties on this report"
      note={`${String(count("done"))} done, ${String(count("taken"))} taken, ${String(count("nobody"))} that nobody took`}
    >
      <p className="text-sm text-muted">Having looked and found nothing counts as done.</p>
      <h3 className="mt-4 text-base">Technical</h3>
      <ul className="divide-y divide-line">{entries("T")}</ul>
      <h3 className="mt-4 mb-1 text-base">Administrative</h3>
      <Disclosure summary="A1 to A13, of which the checklist does the first">
        <ul className="divide-y divide-line">{entries("A")}</ul>
      </Disclosure>
    </Fold>
  );
}
