"use client";

import { useEffect } from "react";

/** Has the browser ask before a page is left on which something would be lost. */
export function useLeaveWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
    };
  }, [isNeeded]);
}

/**
 * Asks before a link within the portal is followed, too: the browser's own question comes only where the document goes,
 * and the router keeps it.
 */
export function useLinkWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const ask = (event: MouseEvent) => {
      if (!leavesPage(event) || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("click", ask, { capture: true }); // before the router hears of it
    return () => {
      document.removeEventListener("click", ask, { capture: true });
    };
  }, [isNeeded]);
}

const question = "Leave this page? What you have typed has not been sent, and would be lost.";

function leavesPage({ target, button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (link === null || link.target === "_blank" || link.hasAttribute("download")) return false;
  if (button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return false;
  return link.origin === location.origin && link.pathname !== location.pathname;
}
