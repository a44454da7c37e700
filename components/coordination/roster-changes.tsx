"use client";

import { readersOfRosterText } from "#lib/schema/roster-text.ts";
import { useTrustedRoster, type RosterState } from "#components/list/use-trusted-roster.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Fingerprint } from "#components/ui/fingerprint.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { readerChanges, type ReaderChange } from "./reader-changes.ts";

export interface RosterChangesProps {
  readonly listName: string;
  /** The text to be signed. */
  readonly text: string;
}

/**
 * What the text to be signed changes, found out in this browser: by comparing it with the roster whose signature it has
 * just verified, not by the portal's word.
 */
export function RosterChanges({ listName, text }: RosterChangesProps) {
  const { state } = useTrustedRoster(listName);
  const next = readersOfRosterText(text) ?? [];

  if (state.step === "checking") {
    return (
      <p role="status" className="flex items-center gap-2.5 text-muted">
        <Spinner />
        Your browser verifies the current roster, to compare the new one with it.
      </p>
    );
  }
  const changes = readerChanges(state.step === "trusted" ? state.trusted.roster.readers : [], next);
  return (
    <div className="space-y-3">
      <ComparedWith state={state} />
      {changes.length === 0 ? (
        <p>The same people with the same keys; only its dates are new.</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {changes.map((change) => (
            <ChangeRow key={change.fingerprint} change={change} />
          ))}
        </ul>
      )}
      <p className="text-sm text-muted">
        In all it names {next.length === 1 ? "one reader" : `${String(next.length)} readers`}.
      </p>
    </div>
  );
}

function ComparedWith({ state }: { readonly state: Exclude<RosterState, { readonly step: "checking" }> }) {
  if (state.step === "trusted") return null;
  if (state.problem.code === "LIST_NOT_READY") return <p>It is the first one, so everybody on it is new:</p>;
  return (
    <Notice tone="advice" title={state.problem.wrong}>
      <p>So there is nothing to compare with: check every name and fingerprint yourself.</p>
    </Notice>
  );
}

const kinds = {
  added: { tone: "success", word: "new" },
  replaced: { tone: "advice", word: "new key" },
  removed: { tone: "refusal", word: "no longer" },
} as const;

function ChangeRow({ change: { kind, name, organisation, fingerprint } }: { readonly change: ReaderChange }) {
  const { tone, word } = kinds[kind];
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2.5">
      <span className="w-24 shrink-0">
        <Badge tone={tone}>{word}</Badge>
      </span>
      <span className="min-w-0 grow">
        <span className="font-medium">{name}</span>, {organisation}
        <span className="block text-sm text-muted">
          <Fingerprint value={fingerprint} />
        </span>
      </span>
    </li>
  );
}
