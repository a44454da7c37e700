"use client";

import { ageText } from "./age-text.ts";
import { utcInstantText } from "./instant-text.ts";
import { useMinuteClock } from "./minute-clock.ts";

export interface AgeProps {
  readonly at: Date;
  /** The server's clock when it made the page. */
  readonly now: Date;
}

/** How long ago something was, with the instant itself a hover away; brought up to date each minute. */
export function Age({ at, now }: AgeProps) {
  const current = useMinuteClock(now);
  return (
    <time dateTime={at.toISOString()} title={utcInstantText(at)} className="whitespace-nowrap tabular-nums">
      {ageText(at, current)}
    </time>
  );
}
