"use client";

import { useMemo, useState } from "react";
import { isAnswer } from "#lib/embargo/organisation-status.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import type { ShownNote } from "#components/note/note-view.tsx";
import type { NoteWay } from "#components/note/use-note-way.ts";
import { unmerged } from "#components/embargo/issue-standing.ts";
import { KeysDialog } from "#components/reports/keys-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { countText } from "#components/ui/count-text.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { matrixRows } from "./matrix.ts";
import { OwnStatus } from "./own-status.tsx";
import { StatusCounts } from "./status-counts.tsx";
import { StatusMatrix } from "./status-matrix.tsx";
import { statusKeyRows } from "./status-words.ts";

export interface StatusPanelProps {
  readonly page: ReportPage;
  /** What each issue is called inside its envelope; absent while that is sealed. */
  readonly issueTitles: ReadonlyMap<number, string>;
  readonly notes: ReadonlyMap<string, ShownNote>;
  readonly way: NoteWay;
}

/** Where every organisation stands with every issue; one's own is set here. Silence is never taken for "not affected". */
export function StatusPanel({ page, issueTitles, notes, way }: StatusPanelProps) {
  const { report, now } = page;
  const [areKeysShown, setKeysShown] = useState(false);
  const rows = useMemo(() => matrixRows(page), [page]);
  const issues = unmerged(page.issues);
  const isOne = issues.length === 1;
  const titles = new Map(issues.map(({ number }) => [number, isOne ? "Status" : issueTitle(number, issueTitles)]));
  const own = rows.find(({ isOwn }) => isOwn);
  const isOwnOpen = own?.cells.some(({ status }) => !isAnswer(status)) === true;
  const [isMatrixOpen] = useState(!isOwnOpen);
  const answeredCount = rows.filter(({ cells }) => cells.every(({ status }) => isAnswer(status))).length;

  return (
    <Fold
      id="status"
      title="Where the organisations stand"
      note={`${String(answeredCount)} of ${countText(rows.length, "organisation")} answered`}
      isOpen={isOwnOpen}
    >
      {own === undefined ? null : (
        <section aria-label={`Yours: ${own.name}`} className="space-y-5 rounded-md bg-sunken p-4">
          <h3 className="text-base font-medium">
            Yours: {own.name}
            <span className="font-normal text-muted">. A press or a letter says it to the whole list.</span>
          </h3>
          {own.cells.map((cell) => (
            <OwnStatus
              key={cell.issueNumber}
              reportId={report.id}
              listName={report.listName}
              organisation={own.name}
              cell={cell}
              issueTitle={isOne ? null : (titles.get(cell.issueNumber) ?? null)}
              note={notes.get(cell.said?.envelopeId ?? "")}
              way={way}
              now={now}
            />
          ))}
        </section>
      )}
      <StatusCounts rows={rows} titles={titles} />
      <Disclosure summary="Every organisation" open={isMatrixOpen}>
        <StatusMatrix rows={rows} titles={titles} notes={notes} now={now} />
      </Disclosure>
      <p className="mt-3">
        <Button
          variant="quiet"
          size="small"
          onClick={() => {
            setKeysShown(true);
          }}
        >
          Keys of the status
        </Button>
      </p>
      <KeysDialog
        rows={statusKeyRows}
        where="while the choice of a status has the focus"
        open={areKeysShown}
        onOpenChange={setKeysShown}
      />
    </Fold>
  );
}

function issueTitle(number: number, titles: ReadonlyMap<number, string>): string {
  const title = titles.get(number);
  return title === undefined ? `Issue ${String(number)}` : `Issue ${String(number)}: ${title}`;
}
