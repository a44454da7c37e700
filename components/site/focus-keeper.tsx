"use client";

import { useEffect } from "react";

/** Where a place is kept: the page's content, and what is opened over it. */
const rooms = "#main, [role=dialog], [role=alertdialog]";

/** What had the focus has gone with the frame of the page that was left: the next page's content takes it. */
let isHomeless = false;

/**
 * Keeps the place of whoever uses a keyboard or a screen reader: when the control that has the focus goes away or is
 * disabled, because it was pressed and has done its work, the focus goes to what was around it and not to the top of the
 * page.
 */
export function FocusKeeper() {
  useEffect(() => {
    const main = document.getElementById("main");
    if (main === null) return;
    if (isHomeless && isFocusNowhere()) main.focus({ preventScroll: true });
    isHomeless = false;

    let path: readonly HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      path = target instanceof HTMLElement ? pathTo(target) : [];
    };
    const forget = () => {
      path = []; // a press beside every control gives the focus up on purpose; one on a control sets it anew
    };
    const observer = new MutationObserver(() => {
      const [focused, ...around] = path;
      if (focused === undefined || isUsable(focused) || !(isFocusNowhere() || isFocused(focused))) return;
      const place = around.find(isUsable);
      if (place === undefined) return;
      forget();
      focusOnce(place);
    });

    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    document.addEventListener("focusin", remember);
    document.addEventListener("pointerdown", forget, { capture: true });
    return () => {
      isHomeless = path[0]?.isConnected === false;
      observer.disconnect();
      document.removeEventListener("focusin", remember);
      document.removeEventListener("pointerdown", forget, { capture: true });
    };
  }, []);

  return null;
}

function isFocusNowhere(): boolean {
  return isFocused(document.body);
}

/** Also of a control that was just disabled: the browser takes its focus a moment later. */
function isFocused(element: HTMLElement): boolean {
  return document.activeElement === element;
}

function isUsable(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(":disabled");
}

/** The element and all that it is in, up to the room; the element alone where it is in none. */
function pathTo(element: HTMLElement): readonly HTMLElement[] {
  const { parentElement } = element;
  const isTop = parentElement === null || element.matches(rooms) || element.closest(rooms) === null;
  return isTop ? [element] : [element, ...pathTo(parentElement)];
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
