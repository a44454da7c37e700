"use client";

import { useEffect, useState } from "react";
import type { Progress } from "#lib/pgp/client.ts";
import { isCancelled } from "#components/request/request.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import { rememberedCards, type RememberedCard } from "./cards-memory.ts";
import { fetchCards, openCards } from "./open-cards.ts";
import type { RowCard } from "./report-row.ts";

export interface Cards {
  /** By report id. */
  readonly cards: ReadonlyMap<string, RowCard>;
  /** How far opening has come, of 0 while that is not known yet; null while nothing is being opened. */
  readonly progress: Progress | null;
  readonly problem: ShownProblem | null;
}

/**
 * The cards of a page of reports: opened as soon as keys are at hand, and those that stay sealed again whenever more
 * keys come.
 *
 * @param after - The cursor of the page; null for the first.
 */
export function useCards(after: string | null, reportIds: ReadonlySet<string>): Cards {
  const { state, keysAtHand, lockedCount, vault, now } = useMemberKey();
  const [cards, setCards] = useState(() => rowCardsOf(rememberedCards(vault, lockedCount)));
  const [progress, setProgress] = useState(nothingDone);
  const [doneWith, setDoneWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const hasKeys = state.kind === "unlocked" || state.kind === "tickets";

  useEffect(() => {
    if (!hasKeys) return;
    const stop = new AbortController();
    const { signal } = stop;
    const known = rememberedCards(vault, lockedCount);

    async function open(): Promise<void> {
      const sealed = await fetchCards(after, reportIds, { signal });
      setProblem(sealed.ok ? null : sealed.problem);
      if (!sealed.ok) return;
      const waiting = sealed.value.filter(({ reportId, envelopeId }) => {
        const card = known.get(reportId);
        return card?.envelopeId !== envelopeId || card.rowCard.state !== "opened";
      });
      const withCard = new Set<string>(sealed.value.map(({ reportId }) => reportId));
      const absent = [...reportIds].filter((id) => !withCard.has(id)).map((id) => [id, absentCard] as const);
      setCards(new Map([...rowCardsOf(known), ...absent]));
      const onOpened = (opened: ReadonlyMap<string, RememberedCard>, soFar: Progress) => {
        for (const [reportId, card] of opened) known.set(reportId, card);
        setCards(new Map([...rowCardsOf(known), ...absent]));
        setProgress(soFar);
      };
      await openCards({ cards: waiting, vault, at: now(), signal, onOpened });
    }

    open()
      .then(() => {
        if (!signal.aborted) setDoneWith(keysAtHand);
      })
      .catch((error: unknown) => {
        if (!isCancelled(error)) setProblem(shownProblem({ code: "VAULT_ENDED", facts: {} }));
      });
    return () => {
      stop.abort();
      setProgress(nothingDone);
    };
  }, [after, reportIds, hasKeys, keysAtHand, lockedCount, vault, now]);

  return { cards, progress: hasKeys && doneWith !== keysAtHand ? progress : null, problem };
}

const nothingDone: Progress = { done: 0, total: 0 };
const absentCard: RowCard = { state: "absent" };

function rowCardsOf(cards: ReadonlyMap<string, RememberedCard>): ReadonlyMap<string, RowCard> {
  return new Map([...cards].map(([reportId, { rowCard }]) => [reportId, rowCard]));
}
