"use client";

import { useSyncExternalStore } from "react";
import { lastingStorage } from "#components/sealing/roster-memory.ts";

/** Where a member uses their key: in this browser, or with gpg elsewhere. */
export type KeyWay = "browser" | "gpg";

const storageName = "fortnight key way";
const listeners = new Set<() => void>();
let chosen: KeyWay | null = null;

/** The way that was taken last on this device, and how to take another. */
export function useKeyWay(): readonly [KeyWay, (way: string) => void] {
  const way = useSyncExternalStore(subscribe, read, () => "browser" as const);
  return [way, choose];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): KeyWay {
  chosen ??= lastingStorage()?.getItem(storageName) === "gpg" ? "gpg" : "browser";
  return chosen;
}

function choose(way: string): void {
  chosen = way === "gpg" ? "gpg" : "browser";
  try {
    lastingStorage()?.setItem(storageName, chosen);
  } catch {
    // Then it is asked again next time.
  }
  for (const listener of listeners) listener();
}
