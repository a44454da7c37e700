"use client";

import { useMemo } from "react";
import type { SignerCertificate } from "#lib/pgp/client.ts";
import type { ReceiptResponse } from "#lib/schema/thread-response.ts";
import { useTrustedRoster, type RosterState } from "#components/list/use-trusted-roster.ts";
import { threadSigners } from "./thread-signers.ts";

/**
 * Whose signatures mean something in a thread; null until the rosters have been looked at. Where the discussion was moved
 * (A5), those of the list that it came from count on: they signed what was written there.
 *
 * @param roster - Of the list that it is on now.
 */
export function useThreadSigners(
  { moved, reporterCertificates }: Pick<ReceiptResponse, "moved" | "reporterCertificates">,
  roster: RosterState,
): readonly SignerCertificate[] | null {
  const earlier = useTrustedRoster(moved?.from ?? null).state;
  const isWaiting = roster.step === "checking" || (moved !== null && earlier.step === "checking");
  const current = roster.step === "trusted" ? roster.trusted.roster : null;
  const former = earlier.step === "trusted" ? earlier.trusted.roster : null;

  return useMemo(() => {
    if (isWaiting) return null;
    const known = new Set((current?.readers ?? []).map(({ fingerprint }) => fingerprint));
    const formerOnly = (former?.readers ?? []).filter(({ fingerprint }) => !known.has(fingerprint));
    return threadSigners({ readers: [...(current?.readers ?? []), ...formerOnly] }, reporterCertificates);
  }, [isWaiting, current, former, reporterCertificates]);
}
