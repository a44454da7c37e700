"use client";

import { useSyncExternalStore } from "react";

/** The reader's own IANA zone; null on the server and until the page has come alive, so that both render the same. */
export function useReaderZone(): string | null {
  return useSyncExternalStore(subscribe, readZone, () => null);
}

/** A zone that changes under way is seen at the next rendering. */
function subscribe(): () => void {
  return () => undefined;
}

function readZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
