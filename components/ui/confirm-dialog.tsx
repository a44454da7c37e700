"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useState, type ReactElement, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { dialogBackdropClass, dialogPopupClass } from "./dialog.tsx";

export interface ConfirmDialogProps {
  /** The button that asks (`<Button>…</Button>`). */
  readonly trigger: ReactElement;
  /** The question. */
  readonly title: ReactNode;
  /** What follows from it. */
  readonly children: ReactNode;
  /** The verb, not "OK". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  /** For what cannot be undone. */
  readonly danger?: boolean;
  /** Asked before the dialog opens, as a form that is not filled in has nothing to confirm. */
  readonly mayOpen?: () => boolean;
  /** Awaited, then the dialog closes. */
  readonly onConfirm: () => void | Promise<void>;
}

/** Asks before something that has consequences; the way back has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, title, children, confirmLabel, cancelLabel = "Cancel", danger = false, mayOpen, onConfirm } = props;
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);

  async function confirm() {
    setPending(true);
    try {
      await onConfirm();
      setOpen(false);
    } finally {
      setPending(false);
    }
  }

  return (
    <AlertDialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next || mayOpen === undefined || mayOpen()) setOpen(next);
      }}
    >
      <AlertDialog.Trigger render={trigger} />
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={dialogBackdropClass} />
        <AlertDialog.Popup className={dialogPopupClass}>
          <AlertDialog.Title className="text-xl">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="mt-2">
            {children}
          </AlertDialog.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <AlertDialog.Close render={<Button />}>{cancelLabel}</AlertDialog.Close>
            <Button
              variant={danger ? "danger" : "primary"}
              pending={pending}
              onClick={() => {
                void confirm();
              }}
            >
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
