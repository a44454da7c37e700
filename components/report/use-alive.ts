"use client";

import { useSyncExternalStore } from "react";

/** Whether the page's script runs: false on the server, and until the browser has taken the page over. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
