"use client";

import { Notice } from "#components/ui/notice.tsx";
import { SignatureVerdict } from "./signature-verdict.tsx";
import { useTrustedRoster } from "./use-trusted-roster.ts";

export interface RosterVerdictProps {
  readonly listName: string;
  /** Of the roster that the page shows. */
  readonly version: number;
}

/** Fetches a list's roster, checks the signature under it, and says what came of it. */
export function RosterVerdict({ listName, version }: RosterVerdictProps) {
  const { state } = useTrustedRoster(listName);
  const hasChanged = state.step === "trusted" && state.trusted.roster.version !== version;
  return (
    <>
      <SignatureVerdict state={state} />
      {hasChanged ? (
        <Notice tone="advice" role="status" title="The roster has just changed">
          <p>Reload the page to see its newest readers.</p>
        </Notice>
      ) : null}
    </>
  );
}
