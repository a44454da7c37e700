import { countText } from "./count-text.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * `in 6 days 4 hours`, `in 3 hours 12 minutes`, `in 40 seconds`, `now`, `2 hours ago`. What lies ahead is rounded down,
 * so that nobody counts on time that is not there; days are of 24 hours.
 */
export function distanceText(from: Date, to: Date): string {
  const distanceMs = to.getTime() - from.getTime();
  const length = lengthText(Math.abs(distanceMs));
  if (length === "") return "now";
  return distanceMs > 0 ? `in ${length}` : `${length} ago`;
}

/** `6 days 4 hours`, `40 seconds`; nothing for less than a second. */
export function lengthText(lengthMs: number): string {
  if (lengthMs < 1000) return "";
  if (lengthMs < minuteMs) return countText(Math.floor(lengthMs / 1000), "second");
  if (lengthMs < hourMs) return countText(Math.floor(lengthMs / minuteMs), "minute");
  if (lengthMs < dayMs) return pair(lengthMs, hourMs, "hour", minuteMs, "minute");
  return pair(lengthMs, dayMs, "day", hourMs, "hour");
}

function pair(lengthMs: number, largeMs: number, large: string, smallMs: number, small: string): string {
  const smallCount = Math.floor((lengthMs % largeMs) / smallMs);
  const start = countText(Math.floor(lengthMs / largeMs), large);
  return smallCount === 0 ? start : `${start} ${countText(smallCount, small)}`;
}
