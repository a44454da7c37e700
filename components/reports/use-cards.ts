"use client";

import { useEffect, useRef, useState } from "react";
import { ok } from "#lib/base/result.ts";
import type { Progress } from "#lib/pgp/client.ts";
import { isCancelled } from "#components/request/request.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import { fetchCards, openCards, type SealedCard } from "./open-cards.ts";
import type { RowCard } from "./report-row.ts";

export interface Cards {
  readonly cards: ReadonlyMap<string, RowCard>;
  /** How far opening has come, of 0 while that is not known yet; null while nothing is being opened. */
  readonly progress: Progress | null;
  readonly problem: ShownProblem | null;
}

/**
 * The cards of a page of reports, by report id: opened as soon as keys are at hand, and those that stay sealed again
 * whenever more keys come.
 *
 * @param after - The cursor of the page; null for the first.
 */
export function useCards(after: string | null, reportIds: ReadonlySet<string>): Cards {
  const { state, keysAtHand, vault, now } = useMemberKey();
  const [cards, setCards] = useState<ReadonlyMap<string, RowCard>>(new Map());
  const [progress, setProgress] = useState(nothingDone);
  const [doneWith, setDoneWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const known = useRef(new Map<string, RowCard>());
  const fetched = useRef<{ readonly of: ReadonlySet<string>; readonly sealed: readonly SealedCard[] } | null>(null);
  const hasKeys = state.kind === "unlocked" || state.kind === "tickets";

  useEffect(() => {
    if (!hasKeys) return;
    const stop = new AbortController();
    const { signal } = stop;

    async function open(): Promise<void> {
      const sealed =
        fetched.current?.of === reportIds ? ok(fetched.current.sealed) : await fetchCards(after, reportIds, { signal });
      setProblem(sealed.ok ? null : sealed.problem);
      if (!sealed.ok) return;
      fetched.current = { of: reportIds, sealed: sealed.value };
      learn(absentCards(reportIds, sealed.value));
      const waiting = sealed.value.filter(({ reportId }) => known.current.get(reportId)?.state !== "opened");
      await openCards({
        cards: waiting,
        vault,
        at: now(),
        signal,
        onOpened: (opened, soFar) => {
          learn(opened);
          setProgress(soFar);
        },
      });
    }
    function learn(more: ReadonlyMap<string, RowCard>): void {
      for (const [reportId, card] of more) known.current.set(reportId, card);
      setCards(new Map(known.current));
    }

    open()
      .then(() => {
        if (!signal.aborted) setDoneWith(keysAtHand);
      })
      .catch((error: unknown) => {
        if (!isCancelled(error)) throw error;
      });
    return () => {
      stop.abort();
      setProgress(nothingDone);
    };
  }, [after, reportIds, hasKeys, keysAtHand, vault, now]);

  return { cards, progress: hasKeys && doneWith !== keysAtHand ? progress : null, problem };
}

const nothingDone: Progress = { done: 0, total: 0 };

/** Reports of this page for which there is no card. */
function absentCards(reportIds: ReadonlySet<string>, sealed: readonly SealedCard[]): ReadonlyMap<string, RowCard> {
  const withCard = new Set<string>(sealed.map(({ reportId }) => reportId));
  return new Map([...reportIds].filter((id) => !withCard.has(id)).map((id) => [id, { state: "absent" }]));
}
