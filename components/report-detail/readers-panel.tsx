"use client";

import { useState, type ReactNode } from "react";
import { countOfRuns } from "#lib/base/runs.ts";
import type { ReportReader } from "#lib/schema/report-readers.ts";
import { useReaders } from "#components/readers/readers-context.ts";
import { readerName } from "#components/readers/report-readers.ts";
import { WaitingForReaders } from "#components/readers/waiting-for-readers.tsx";
import { countText } from "#components/ui/count-text.ts";
import { Fingerprint } from "#components/ui/fingerprint.tsx";
import { Fold } from "#components/ui/fold.tsx";

export interface ReadersPanelProps {
  /** To let one more in; null where nothing stands open that could be granted. */
  readonly action: ReactNode;
}

/** Who could have read what of this report: the exact list, by key. */
export function ReadersPanel({ action }: ReadersPanelProps) {
  const [isOpen, setIsOpen] = useState(false);
  const state = useReaders(isOpen);
  return (
    <Fold id="readers" title="Readers" note="Who holds a key packet" onToggle={setIsOpen}>
      <p className="mb-3 text-sm text-muted">
        Everybody who holds a key packet of something here.
        {action === null ? " To grant access to somebody else, open the report first." : null}
      </p>
      {action}
      <div className="mt-4">
        {!isOpen ? null : state.step === "known" ? (
          <ReaderList readers={state.readers} envelopeCount={state.envelopeIds.length} />
        ) : (
          <WaitingForReaders state={state} />
        )}
      </div>
    </Fold>
  );
}

interface ReaderListProps {
  readonly readers: readonly ReportReader[];
  /** How many envelopes the viewer sees, cards among them. */
  readonly envelopeCount: number;
}

function ReaderList({ readers, envelopeCount }: ReaderListProps) {
  return (
    <>
      <p className="mb-2 text-sm text-muted">{countText(readers.length, "reader")}</p>
      <ul className="grid gap-x-8 gap-y-2.5 text-sm sm:grid-cols-2">
        {readers.map((reader) => (
          <ReaderEntry key={reader.fingerprint} reader={reader} envelopeCount={envelopeCount} />
        ))}
      </ul>
    </>
  );
}

function ReaderEntry({ reader, envelopeCount }: { readonly reader: ReportReader; readonly envelopeCount: number }) {
  const count = countOfRuns(reader.places);
  const grantedBy = [...new Set(reader.grants.map(({ by }) => by))];
  return (
    <li>
      <p className="font-medium wrap-anywhere">{readerName(reader)}</p>
      <p>
        <Fingerprint value={reader.fingerprint} />
      </p>
      <p className="text-muted">
        {count === envelopeCount ? "Everything" : `${String(count)} of ${String(envelopeCount)} envelopes`}
        {grantedBy.length === 0 ? null : `, granted by ${grantedBy.join(", ")}`}
      </p>
    </li>
  );
}
