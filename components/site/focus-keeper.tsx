"use client";

import { useEffect } from "react";

/**
 * Keeps the place of whoever uses a keyboard or a screen reader: when the control that has the focus goes away, because
 * it was pressed and has done its work, the focus goes to what was around it and not to the top of the page.
 */
export function FocusKeeper() {
  useEffect(() => {
    const main = document.getElementById("main");
    if (main === null) return;

    let path: readonly HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      path = target instanceof HTMLElement ? pathTo(target) : [];
    };
    const forget = () => {
      path = []; // a press beside every control gives the focus up on purpose; one on a control sets it anew
    };
    const observer = new MutationObserver(() => {
      const [focused, ...around] = path;
      if (focused === undefined || focused.isConnected || document.activeElement !== document.body) return;
      const place = around.find((each) => each.isConnected);
      forget();
      if (place !== undefined) focusOnce(place);
    });

    observer.observe(main, { childList: true, subtree: true });
    main.addEventListener("focusin", remember);
    document.addEventListener("pointerdown", forget, { capture: true });
    return () => {
      observer.disconnect();
      main.removeEventListener("focusin", remember);
      document.removeEventListener("pointerdown", forget, { capture: true });
    };
  }, []);

  return null;
}

/** The element and all that it is in, up to the page's content. */
function pathTo(element: HTMLElement): readonly HTMLElement[] {
  const parent = element.id === "main" ? null : element.parentElement;
  return parent === null ? [element] : [element, ...pathTo(parent)];
}

/** Focuses something that takes the focus only this once. */
function focusOnce(place: HTMLElement): void {
  const isFocusable = place.hasAttribute("tabindex");
  if (!isFocusable) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  if (isFocusable) return;
  place.addEventListener(
    "blur",
    () => {
      place.removeAttribute("tabindex");
    },
    { once: true },
  );
}
