import type { Viewer } from "#components/step/step-desk.ts";
import { ShownEvidence } from "#components/step/shown-evidence.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { countText } from "#components/ui/count-text.ts";
import { Instant } from "#components/ui/instant.tsx";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { authorText, capitalised, causeWords, reasonWords, wordsOf } from "./issue-words.ts";

type HistoryRecord = ShownIssue["history"][number];

interface EmbargoHistoryProps {
  readonly history: readonly HistoryRecord[];
  readonly viewer: Viewer;
}

/** Every record of an embargo, oldest first. */
export function EmbargoHistory({ history, viewer }: EmbargoHistoryProps) {
  if (history.length === 0) return null;
  return (
    <Disclosure summary={`History: ${countText(history.length, "record")}`}>
      <HistoryRows history={history} viewer={viewer} />
    </Disclosure>
  );
}

export function HistoryRows({ history, viewer }: EmbargoHistoryProps) {
  return (
    <ol className="space-y-2 text-sm">
      {history.map((record) => (
        <li key={`${record.at.toISOString()} ${record.step} ${String(record.proposal)}`}>
          <span className="block text-muted">
            <Instant at={record.at} precision="second" />
          </span>
          <RecordText record={record} viewer={viewer} />
        </li>
      ))}
    </ol>
  );
}

function RecordText({ record, viewer }: { readonly record: HistoryRecord; readonly viewer: Viewer }) {
  const { step, by, proposal, disclosureAt, reason, answerUntil, cause, evidence } = record;
  const who = capitalised(authorText(by, viewer));
  switch (step) {
    case "propose":
      return (
        <span>
          {who} proposed ({String(proposal)}) {disclosureAt === null ? null : <Instant at={disclosureAt} />}
          {reason === null ? "" : `: ${wordsOf(reasonWords, reason)}`}
          {answerUntil === null ? null : (
            <>
              ; answer wanted by <Instant at={answerUntil} />
            </>
          )}
          .
        </span>
      );
    case "accept":
      return `${who} accepted proposal ${String(proposal)}.`;
    case "reject":
      return `${who} rejected or took back proposal ${String(proposal)}.`;
    case "terminate":
      return (
        <span className="wrap-anywhere">
          {by.party === "policy" ? "" : `${who}: `}
          {wordsOf(causeWords, cause ?? "")} {evidence === null ? null : <ShownEvidence text={evidence} />}
        </span>
      );
  }
}
