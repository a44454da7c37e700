"use client";

import { useEffect, useRef, useState } from "react";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import type { EnvelopeContents } from "./envelope-contents.ts";
import { openEnvelope, type Opening } from "./open-envelope.ts";
import { areSameSigners } from "./thread-signers.ts";

/** Enough that the network does not wait for the vault, and few enough for a slow line. */
const openedAtOnce = 4;

/**
 * The contents of a thread's envelopes by id, opened one after the other in the order given.
 *
 * @param opening - Null until all it needs is there. With other signers everything is opened anew: what a signature is
 *   worth has changed.
 * @param keysAtHand - Changes when keys are unlocked or locked, tickets taken: what was locked is then tried again.
 */
export function useOpenedThread(
  envelopes: readonly ThreadEnvelope[],
  opening: Opening | null,
  keysAtHand: string,
): ReadonlyMap<string, EnvelopeContents> {
  const [opened, setOpened] = useState<ReadonlyMap<string, EnvelopeContents>>(new Map());
  const done = useRef(new Map<string, EnvelopeContents>());
  const signersOf = useRef(new Map<string, Opening["signers"]>());

  useEffect(() => {
    if (opening === null) return;
    const stopped = new AbortController();
    const waiting = envelopes.filter(
      ({ id }) =>
        done.current.get(id)?.state !== "opened" || !areSameSigners(signersOf.current.get(id) ?? [], opening.signers),
    );

    async function openNext(road: Opening): Promise<void> {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const contents = await openEnvelope(next, road);
        if (stopped.signal.aborted) return;
        done.current.set(next.id, contents);
        signersOf.current.set(next.id, road.signers);
        setOpened(new Map(done.current));
      }
    }
    for (let lane = 0; lane < openedAtOnce; lane += 1) void openNext(opening);
    return () => {
      stopped.abort();
    };
  }, [envelopes, opening, keysAtHand]);

  return opened;
}
