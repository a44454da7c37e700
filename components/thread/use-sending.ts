"use client";

import { useRef, useState } from "react";
import type { Result } from "#lib/base/result.ts";
import { isCancelled } from "#components/request/request.ts";
import { isPassing, unreachable, type ShownProblem } from "#components/request/shown-problem.ts";
import { sendDraft, type DraftRoad, type MessageDraft, type SealedDraft } from "./send-draft.ts";

export type SendingState =
  | { readonly step: "writing"; readonly problem: ShownProblem | null }
  | { readonly step: "sealing" }
  | { readonly step: "sending"; readonly sentBytes: number; readonly totalBytes: number }
  | { readonly step: "sent" };

export interface Sending {
  readonly state: SendingState;
  readonly send: (draft: MessageDraft) => Promise<void>;
  readonly cancel: () => void;
  /** Back to writing, without a word of what was before. */
  readonly begin: () => void;
}

/** Sending of one message, which can be cancelled until it has arrived. What was sealed is kept for a second try. */
export function useSending(road: DraftRoad, onSent: () => void): Sending {
  const [state, setState] = useState<SendingState>({ step: "writing", problem: null });
  const earlier = useRef<SealedDraft | null>(null);
  const controller = useRef<AbortController | null>(null);

  async function send(draft: MessageDraft) {
    const stop = new AbortController();
    controller.current = stop;
    setState({ step: "sealing" });
    const outcome = await settled(
      sendDraft(draft, road, {
        signal: stop.signal,
        earlier: earlier.current,
        onSealed: (sealed) => {
          earlier.current = sealed;
          setState({ step: "sending", sentBytes: 0, totalBytes: 0 });
        },
        onProgress: (sentBytes, totalBytes) => {
          setState({ step: "sending", sentBytes, totalBytes });
        },
      }),
    );
    if (outcome === "cancelled") {
      setState({ step: "writing", problem: null });
      return;
    }
    if (outcome.ok || !isPassing(outcome.problem)) earlier.current = null;
    setState(outcome.ok ? { step: "sent" } : { step: "writing", problem: outcome.problem });
    if (outcome.ok) onSent();
  }

  return {
    state,
    send,
    cancel: () => controller.current?.abort(),
    begin: () => {
      setState({ step: "writing", problem: null });
    },
  };
}

async function settled(
  sending: Promise<Result<null, ShownProblem>>,
): Promise<Result<null, ShownProblem> | "cancelled"> {
  try {
    return await sending;
  } catch (error) {
    if (isCancelled(error)) return "cancelled";
    return { ok: false, problem: unreachable() };
  }
}
