"use client";

import { distanceText } from "./distance-text.ts";
import { useMinuteClock } from "./minute-clock.ts";

export interface CountdownProps {
  /** A `Date`, or ISO 8601 text. */
  readonly to: Date | string;
  /** The server's clock when it made the page. */
  readonly now: Date | string;
}

/** How far an instant is, brought up to date each minute and when the page is looked at again; not read out. */
export function Countdown({ to, now }: CountdownProps) {
  const current = useMinuteClock(new Date(now));
  return <span className="tabular-nums">{distanceText(current, new Date(to))}</span>;
}
