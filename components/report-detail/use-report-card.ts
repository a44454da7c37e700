"use client";

import { useEffect, useState } from "react";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import { rowCardOf } from "#components/reports/open-cards.ts";
import type { RowCard } from "#components/reports/report-row.ts";
import { vaultOutcome } from "#components/sealing/vault-answer.ts";
import type { Opening } from "#components/thread/open-envelope.ts";

/**
 * The card of a report, as far as it can be opened here; null where the report has none.
 *
 * @param envelope - The newest of its cards.
 */
export function useReportCard(
  envelope: ThreadEnvelope | null,
  opening: Opening | null,
  keysAtHand: string,
): RowCard | null {
  const [opened, setOpened] = useState<{ readonly id: string; readonly card: RowCard } | null>(null);

  useEffect(() => {
    if (envelope === null || opening === null) return;
    let isCurrent = true;
    void openCard(envelope, opening).then((card) => {
      if (isCurrent) setOpened({ id: envelope.id, card });
    });
    return () => {
      isCurrent = false;
    };
  }, [envelope, opening, keysAtHand]);

  if (envelope === null) return null;
  return opened?.id === envelope.id ? opened.card : { state: "sealed" };
}

async function openCard(
  { id, keyPackets, commitment }: ThreadEnvelope,
  { vault, fetchPart, signers, at }: Opening,
): Promise<RowCard> {
  const body = await fetchPart(id, 0);
  if (!body.ok) return { state: "failed" };
  const sealed = { envelopeId: id, keyPackets: keyPackets.map(({ bytes }) => bytes), body: body.value, commitment };
  const opened = await vaultOutcome(vault.ask("open", { bodies: [sealed], signers, at }));
  const outcome = opened.ok ? opened.value[0] : undefined;
  return outcome === undefined ? { state: "failed" } : rowCardOf(outcome);
}
