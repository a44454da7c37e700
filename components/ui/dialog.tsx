"use client";

import type { ReactElement } from "react";
import type { ShownInDialog } from "./dialog-popup.tsx";
import { DialogTrigger, type TriggerProps } from "./dialog-trigger.tsx";
import { useDialog } from "./use-dialog.ts";

export interface DialogProps extends ShownInDialog {
  /** The button that opens it (`<Button>…</Button>`); absent where `open` alone does. */
  readonly trigger?: ReactElement<TriggerProps>;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** Something to do before going on, over the page; Escape and the cross leave it. */
export function Dialog({ trigger, open, onOpenChange, ...shown }: DialogProps) {
  const { isOpen, change, prepare, Popup, triggerRef } = useDialog(loadPopup, { open, onOpenChange });

  return (
    <>
      {trigger === undefined ? null : <DialogTrigger button={trigger} {...{ isOpen, change, prepare, triggerRef }} />}
      {Popup === null ? null : (
        <Popup
          {...shown}
          open={isOpen}
          onOpenChange={change}
          {...(trigger === undefined ? {} : { finalFocus: triggerRef })}
        />
      )}
    </>
  );
}

async function loadPopup() {
  return (await import("./dialog-popup.tsx")).DialogPopup;
}
