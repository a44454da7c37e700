"use client";

import { useSyncExternalStore } from "react";

const storageName = "fortnight single keys";
const listeners = new Set<() => void>();

/** Whether single keys act in the table; on unless somebody turned them off in this browser (WCAG 2.1.4). */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, readSingleKeys, () => false);
}

/** Turns them on or off for this browser; where it keeps nothing, for this page. */
export function chooseSingleKeys(areOn: boolean): void {
  chosen = areOn;
  try {
    window.localStorage.setItem(storageName, areOn ? "on" : "off");
  } catch {
    // The choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

let chosen: boolean | null = null;

function readSingleKeys(): boolean {
  chosen ??= storedChoice();
  return chosen;
}

function storedChoice(): boolean {
  try {
    return window.localStorage.getItem(storageName) !== "off";
  } catch {
    return true;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
