"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import type { ReactElement, ReactNode } from "react";
import { Icon } from "./icon.tsx";

export interface DialogProps {
  /** The button that opens it (`<Button>…</Button>`); absent where `open` alone does. */
  readonly trigger?: ReactElement;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly children?: ReactNode;
}

export const dialogBackdropClass = "fixed inset-0 z-40 bg-[oklch(0.12_0.02_245/0.55)]";
export const dialogPopupClass =
  "fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-lg border border-line bg-surface p-5 shadow-float outline-none sm:p-6";

/** Something to do before going on, over the page; Escape and the cross leave it. */
export function Dialog({ trigger, title, description, open, onOpenChange, children }: DialogProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger === undefined ? null : <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={dialogBackdropClass} />
        <BaseDialog.Popup className={dialogPopupClass}>
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
