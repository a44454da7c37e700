"use client";

import { cloneElement, type ComponentProps, type ReactElement, type RefObject } from "react";

export type TriggerProps = Pick<
  ComponentProps<"button">,
  "ref" | "onClick" | "onFocus" | "onPointerEnter" | "aria-haspopup" | "aria-expanded"
>;

interface DialogTriggerProps {
  readonly button: ReactElement<TriggerProps>;
  readonly isOpen: boolean;
  readonly change: (open: boolean) => void;
  /** Called as soon as somebody turns to the button. */
  readonly prepare: () => void;
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
}

/** The button of a dialog. */
export function DialogTrigger({ button, isOpen, change, prepare, triggerRef }: DialogTriggerProps) {
  return cloneElement(button, {
    ref: triggerRef,
    "aria-haspopup": "dialog",
    "aria-expanded": isOpen,
    onFocus: prepare,
    onPointerEnter: prepare,
    onClick() {
      change(true);
    },
  });
}
