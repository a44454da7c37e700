"use client";

import { useCallback, useEffect, useRef, useState, type ComponentType, type RefObject } from "react";

/** What each popup is told, beside what it shows. */
export interface PopupProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Where the focus goes when it closes. */
  readonly finalFocus?: RefObject<HTMLButtonElement | null>;
}

/** Where something else says whether the dialog is open, what it says, and how it is told. */
export interface DialogControl {
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

/**
 * Whether a dialog is open, and the component that shows it, which is null until somebody first turns to the dialog:
 * most visits open none, and none of them waits for its script.
 *
 * @param loadPopup - The same function each time.
 */
export function useDialog<Props>(
  loadPopup: () => Promise<ComponentType<Props>>,
  { open, onOpenChange }: DialogControl = {},
) {
  const [ownOpen, setOwnOpen] = useState(false);
  const [Popup, setPopup] = useState<ComponentType<Props> | null>(null);
  const triggerRef = useRef<HTMLButtonElement>(null);
  const isOpen = open ?? ownOpen;

  function change(next: boolean) {
    setOwnOpen(next);
    onOpenChange?.(next);
  }
  const prepare = useCallback(() => {
    loadPopup().then(
      (loaded) => {
        setPopup(() => loaded);
      },
      () => {
        setOwnOpen(false); // the site is out of reach: the next press tries again
      },
    );
  }, [loadPopup]);
  useEffect(() => {
    if (isOpen) prepare();
  }, [isOpen, prepare]);

  return { isOpen, change, prepare, Popup, triggerRef };
}
