"use client";

import { Fingerprint } from "#components/ui/fingerprint.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { lastingStorage, readRosterMemory } from "#components/sealing/roster-memory.ts";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import type { RosterState } from "./use-trusted-roster.ts";

/** What this browser found when it checked the signature under a roster. */
export function SignatureVerdict({ state }: { readonly state: RosterState }) {
  switch (state.step) {
    case "checking":
      return (
        <p role="status" className="flex items-center gap-2.5 text-muted">
          <Spinner />
          Your browser fetches the roster and checks the coordinator’s signature under it.
        </p>
      );
    case "refused":
      return (
        <Notice tone="refusal" role="alert" title={state.problem.wrong}>
          <p>{state.problem.mend}</p>
        </Notice>
      );
    case "trusted":
      return <Verified trusted={state.trusted} />;
  }
}

function Verified({ trusted }: { readonly trusted: TrustedRoster }) {
  const { roster, signedBy } = trusted;
  return (
    <Notice
      tone="success"
      role="status"
      title={`Your browser has verified version ${String(roster.version)} of the roster`}
    >
      <p>
        Signed by {signedBy.name} on <Instant at={roster.signedAt} />, good until <Instant at={roster.expiresAt} />,
        with the key
      </p>
      <p>
        <Fingerprint value={signedBy.fingerprint} />
      </p>
      <p>{familiarity(trusted)}</p>
    </Notice>
  );
}

function familiarity({ roster, signedBy }: TrustedRoster): string {
  const memory = readRosterMemory(lastingStorage(), roster.list);
  if (memory === null)
    return "This browser has not seen the list before. If you know the coordinator’s fingerprint from elsewhere, compare it; from now on a change is noticed.";
  if (!memory.pinned.includes(signedBy.fingerprint)) return "This browser has not seen this coordinator’s key before.";
  return memory.version === roster.version
    ? "The same coordinator’s key and version as this browser has seen before."
    : `The same coordinator’s key as under version ${String(memory.version)}, which this browser has seen before.`;
}
