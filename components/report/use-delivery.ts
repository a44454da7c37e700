"use client";

import { useEffect, useRef, useState, type Dispatch } from "react";
import { tabVault } from "#lib/pgp/client.ts";
import { isCancelled } from "#components/request/request.ts";
import { unreachable, type ShownProblem } from "#components/request/shown-problem.ts";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import type { FormAction, FormState } from "./form-state.ts";

export type DeliveryState =
  | { readonly step: "idle"; readonly problem: ShownProblem | null }
  | { readonly step: "sealing" | "sending"; readonly doneBytes: number; readonly totalBytes: number };

export interface Delivery {
  readonly state: DeliveryState;
  readonly deliver: (trusted: TrustedRoster) => Promise<void>;
  readonly cancel: () => void;
}

/** Seals and sends the report of a form; it can be cancelled until it has arrived, and leaving the page cancels it. */
export function useDelivery(form: FormState, dispatch: Dispatch<FormAction>): Delivery {
  const [state, setState] = useState<DeliveryState>({ step: "idle", problem: null });
  const controller = useRef<AbortController | null>(null);
  const isUnderWay = useRef(false);
  useEffect(() => () => controller.current?.abort(), []);

  async function deliver(trusted: TrustedRoster) {
    if (isUnderWay.current) return; // a second press, before the first was seen
    isUnderWay.current = true;
    const stop = new AbortController();
    controller.current = stop;
    setState({ step: "sealing", doneBytes: 0, totalBytes: 0 });
    try {
      const { deliverReport } = await import("./deliver-report.ts"); // most of it is needed here alone
      const outcome = await deliverReport(form, trusted, {
        vault: tabVault(),
        signal: stop.signal,
        onIdentified: (identity) => {
          dispatch({ kind: "identify", identity });
        },
        onSealing: (doneBytes, totalBytes) => {
          setState({ step: "sealing", doneBytes, totalBytes });
        },
        onTry: (sealed) => {
          dispatch({ kind: "try", sealed });
          setState({ step: "sending", doneBytes: 0, totalBytes: 0 });
        },
        onSending: (doneBytes, totalBytes) => {
          setState({ step: "sending", doneBytes, totalBytes });
        },
        onRefused: (sealed) => {
          dispatch({ kind: "untry", sealed });
        },
      });
      if (outcome.ok) dispatch({ kind: "sent", sent: outcome.value });
      setState({ step: "idle", problem: outcome.ok ? null : outcome.problem });
    } catch (error) {
      setState({ step: "idle", problem: isCancelled(error) ? null : unreachable() });
    } finally {
      isUnderWay.current = false;
    }
  }

  return { state, deliver, cancel: () => controller.current?.abort() };
}
