"use client";

import { useMemo, useSyncExternalStore } from "react";
import { lastingStorage } from "#components/sealing/roster-memory.ts";
import { forgetKey, readKeptKey, type KeptKey } from "./kept-key.ts";

const listeners = new Set<() => void>();

/** The key that is kept on this device; null on the server and until the page has come alive. */
export function useKeptKey(): { readonly kept: KeptKey | null; readonly forget: () => void } {
  const fingerprint = useSyncExternalStore(
    subscribe,
    () => readKeptKey(lastingStorage())?.fingerprint ?? null,
    () => null,
  );
  const kept = useMemo(() => (fingerprint === null ? null : readKeptKey(lastingStorage())), [fingerprint]);
  return {
    kept,
    forget: () => {
      forgetKey(lastingStorage());
      for (const listener of listeners) listener();
    },
  };
}

/** Another tab of this browser may keep or forget the key meanwhile. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
