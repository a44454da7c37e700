"use client";

import { startTransition, useActionState } from "react";
import { editing, type CoordinationAction, type CoordinationState } from "./form-state.ts";

export interface Publishing {
  readonly state: CoordinationState;
  readonly isPending: boolean;
  readonly publishSigned: (signedText: string) => void;
}

/** Publishes a signed roster of one list. */
export function usePublishing(listId: string, publish: CoordinationAction): Publishing {
  const [state, send, isPending] = useActionState<CoordinationState, FormData>(async (previous, form) => {
    try {
      return await publish(previous, form);
    } catch {
      return { step: "refused", problem: { code: "NETWORK_DOWN", facts: {} } };
    }
  }, editing);

  return {
    state,
    isPending,
    publishSigned: (signedText) => {
      const form = new FormData();
      form.set("listId", listId);
      form.set("signedText", signedText);
      startTransition(() => {
        send(form);
      });
    },
  };
}
