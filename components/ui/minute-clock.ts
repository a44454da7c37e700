"use client";

import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let tickedAtMs: number | null = null;
let timer: ReturnType<typeof setInterval> | undefined;

/** Now, to the minute, from one clock for the whole page; until the page has come alive, the server's. */
export function useMinuteClock(serverNow: Date): Date {
  const nowMs = useSyncExternalStore(subscribe, readClock, () => null);
  return nowMs === null ? serverNow : new Date(nowMs);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 60_000);
  document.addEventListener("visibilitychange", tick);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    tickedAtMs = null;
    document.removeEventListener("visibilitychange", tick);
  };
}

function tick(): void {
  tickedAtMs = Date.now();
  for (const listener of listeners) listener();
}

function readClock(): number {
  tickedAtMs ??= Date.now();
  return tickedAtMs;
}
