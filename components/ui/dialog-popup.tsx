"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { dialogBackdropClass, dialogPopupClass } from "./dialog-class.ts";
import { Icon } from "./icon.tsx";
import type { PopupProps } from "./use-dialog.ts";

export interface ShownInDialog {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
}

/** What a dialog shows; in a file of its own, since what it rests on is loaded when somebody turns to one. */
export function DialogPopup(props: ShownInDialog & PopupProps) {
  const { title, description, open, onOpenChange, finalFocus, children } = props;

  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={dialogBackdropClass} />
        <BaseDialog.Popup className={dialogPopupClass} finalFocus={finalFocus}>
          <BaseDialog.Title className="pr-10 text-xl">{title}</BaseDialog.Title>
          {description === undefined ? null : (
            <BaseDialog.Description render={<div />} className="mt-2 text-muted">
              {description}
            </BaseDialog.Description>
          )}
          {children === undefined ? null : <div className="mt-4">{children}</div>}
          {/* Last, so that the focus goes to what the dialog is about. */}
          <BaseDialog.Close
            aria-label="Close"
            className="absolute top-4 right-4 inline-flex size-8 items-center justify-center rounded-sm text-muted hover:bg-sunken hover:text-ink"
          >
            <Icon name="cross" className="size-5" />
          </BaseDialog.Close>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
