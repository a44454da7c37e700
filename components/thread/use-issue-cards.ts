"use client";

import { useEffect, useMemo, useState } from "react";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import { rowCardOf } from "#components/reports/open-cards.ts";
import type { RowCard } from "#components/reports/report-row.ts";
import { vaultOutcome } from "#components/sealing/vault-answer.ts";
import type { Opening } from "#components/thread/open-envelope.ts";

/** The newest card of an issue, as far as it can be opened here. */
export interface IssueCard {
  readonly envelopeId: string;
  readonly card: RowCard;
}

/** The newest card of each issue that has one, by the issue's number. */
export function useIssueCards(
  envelopes: readonly ThreadEnvelope[],
  opening: Opening | null,
  keysAtHand: string,
): ReadonlyMap<number, IssueCard> {
  const newest = useMemo(() => newestCards(envelopes), [envelopes]);
  const [opened, setOpened] = useState<ReadonlyMap<string, RowCard>>(new Map());

  useEffect(() => {
    if (opening === null) return;
    let isCurrent = true;
    for (const envelope of newest.values()) {
      void openCard(envelope, opening).then((card) => {
        if (isCurrent) setOpened((known) => new Map(known).set(envelope.id, card));
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [newest, opening, keysAtHand]);

  return new Map(
    [...newest].map(([number, { id }]) => [number, { envelopeId: id, card: opened.get(id) ?? { state: "sealed" } }]),
  );
}

/** What each issue is called, where its card is open. */
export function issueTitles(cards: ReadonlyMap<number, IssueCard>): ReadonlyMap<number, string> {
  return new Map(
    [...cards].flatMap(([number, { card }]) => (card.state === "opened" ? [[number, card.card.title] as const] : [])),
  );
}

/** Of envelopes that come oldest first. */
function newestCards(envelopes: readonly ThreadEnvelope[]): ReadonlyMap<number, ThreadEnvelope> {
  return new Map(envelopes.flatMap((each) => (each.kind === "card" ? [[each.issueNumber ?? 1, each] as const] : [])));
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
