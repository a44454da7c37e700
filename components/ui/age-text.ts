import { countText } from "./count-text.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long ago something was, in its largest unit alone: `3 days ago`, `5 hours ago`, `just now` within a minute. */
export function ageText(at: Date, now: Date): string {
  const ageMs = Math.max(now.getTime() - at.getTime(), 0);
  if (ageMs < minuteMs) return "just now";
  if (ageMs < hourMs) return `${countText(Math.floor(ageMs / minuteMs), "minute")} ago`;
  if (ageMs < dayMs) return `${countText(Math.floor(ageMs / hourMs), "hour")} ago`;
  return `${countText(Math.floor(ageMs / dayMs), "day")} ago`;
}
