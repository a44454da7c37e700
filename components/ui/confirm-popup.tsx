"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useState, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { dialogBackdropClass, dialogPopupClass } from "./dialog-class.ts";
import type { PopupProps } from "./use-dialog.ts";

export interface Confirmation {
  /** The question. */
  readonly title: ReactNode;
  /** What follows from it. */
  readonly children: ReactNode;
  /** The verb, not "OK". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  /** For what cannot be undone. */
  readonly danger?: boolean;
  /** Awaited, then the dialog closes. */
  readonly onConfirm: () => void | Promise<void>;
}

/** What a confirmation shows; in a file of its own, as is that of a dialog. */
export function ConfirmPopup(props: Confirmation & PopupProps) {
  const { title, children, confirmLabel, cancelLabel = "Cancel", danger = false, onConfirm } = props;
  const { open, onOpenChange, finalFocus } = props;
  const [pending, setPending] = useState(false);

  async function confirm() {
    setPending(true);
    try {
      await onConfirm();
      onOpenChange(false);
    } finally {
      setPending(false);
    }
  }

  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={dialogBackdropClass} />
        <AlertDialog.Popup className={dialogPopupClass} finalFocus={finalFocus}>
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
