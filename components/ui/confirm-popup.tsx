"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useState } from "react";
import { Button } from "./button.tsx";
import type { Confirmation } from "./confirm-dialog.tsx";
import { dialogBackdropClass, dialogPopupClass } from "./dialog-class.ts";
import type { PopupProps } from "./use-dialog.ts";

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
