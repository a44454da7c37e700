"use client";

import { startTransition, useActionState, type SubmitEvent } from "react";
import { editing, type CoordinationAction, type CoordinationState } from "./form-state.ts";

export interface CoordinationForm {
  readonly state: CoordinationState;
  readonly isPending: boolean;
  /** Of the form element. Fields that nobody gave a name are not among what is sent. */
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
}

/**
 * A form that is sent by script, so that what was typed stays where it is when the answer is a refusal.
 *
 * @param complete - Adds what the controls do not carry; false keeps the form from being sent.
 */
export function useCoordinationForm(
  action: CoordinationAction,
  complete: (form: FormData) => boolean = () => true,
): CoordinationForm {
  const [state, send, isPending] = useActionState<CoordinationState, FormData>(async (previous, form) => {
    try {
      return await action(previous, form);
    } catch {
      return { step: "refused", problem: { code: "NETWORK_DOWN", facts: {} } };
    }
  }, editing);

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (isPending || !complete(form)) return;
    startTransition(() => {
      send(form);
    });
  }

  return { state, isPending, onSubmit };
}
