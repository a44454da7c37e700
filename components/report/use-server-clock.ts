"use client";

import { useCallback, useState } from "react";
import { useMinuteClock } from "#components/ui/minute-clock.ts";

export interface ServerClock {
  readonly now: Date;
  /** Sets the clock by an answer that has just come. */
  readonly correct: (serverNow: Date) => void;
}

/**
 * The server's clock as far as this browser can tell, to the minute and at each answer: a wrong clock of the reporter's
 * must not move the limits of the policy.
 *
 * @param changedAt - When something was last answered, by the browser's clock.
 */
export function useServerClock(serverNow: Date, changedAt: Date | null): ServerClock {
  const tickedAt = useMinuteClock(serverNow);
  const browserNow = changedAt !== null && changedAt > tickedAt ? changedAt : tickedAt;
  const [aheadMs, setAheadMs] = useState<number | null>(null);
  // The first reading of the browser's clock comes right after the page; until then it is the server's own.
  if (aheadMs === null && tickedAt.getTime() !== serverNow.getTime())
    setAheadMs(tickedAt.getTime() - serverNow.getTime());

  const correct = useCallback((answeredAt: Date) => {
    setAheadMs(Date.now() - answeredAt.getTime());
  }, []);
  return { now: new Date(browserNow.getTime() - (aheadMs ?? 0)), correct };
}
