"use client";

import type { ReactElement } from "react";
import type { Confirmation } from "./confirm-popup.tsx";
import { DialogTrigger, type TriggerProps } from "./dialog-trigger.tsx";
import { useDialog } from "./use-dialog.ts";

export interface ConfirmDialogProps extends Confirmation {
  /** The button that asks (`<Button>…</Button>`). */
  readonly trigger: ReactElement<TriggerProps>;
  /** Asked before the dialog opens, as a form that is not filled in has nothing to confirm. */
  readonly mayOpen?: () => boolean;
}

/** Asks before something that has consequences; the way back has the focus. */
export function ConfirmDialog({ trigger, mayOpen, ...confirmation }: ConfirmDialogProps) {
  const { isOpen, change, prepare, Popup, triggerRef } = useDialog(loadPopup);

  function ask(next: boolean) {
    if (!next || mayOpen === undefined || mayOpen()) change(next);
  }

  return (
    <>
      <DialogTrigger button={trigger} {...{ isOpen, change: ask, prepare, triggerRef }} />
      {Popup === null ? null : <Popup {...confirmation} open={isOpen} onOpenChange={change} finalFocus={triggerRef} />}
    </>
  );
}

async function loadPopup() {
  return (await import("./confirm-popup.tsx")).ConfirmPopup;
}
