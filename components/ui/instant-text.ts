import { dayText, timeText } from "./typed-time.ts";
import { showInZone, weekdayOf, zoneOffsetMinutes } from "./zoned-time.ts";

export type InstantPrecision = "minute" | "second";

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** `Sun 2026-12-06 09:12 UTC`, rounded down to the precision. */
export function utcInstantText(at: Date, precision: InstantPrecision = "minute"): string {
  return `${zonedText(at, "UTC", precision)} UTC`;
}

/** `Sun 2026-12-06 14:57 +05:45`: what calendar and clock show in a zone, and how far it is ahead of UTC. */
export function localInstantText(at: Date, zone: string, precision: InstantPrecision = "minute"): string {
  return `${zonedText(at, zone, precision)} ${offsetText(zoneOffsetMinutes(at, zone))}`;
}

/** `+05:45`, `-03:00` */
export function offsetText(minutes: number): string {
  const whole = Math.abs(Math.trunc(minutes));
  const hours = String(Math.floor(whole / 60)).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${hours}:${String(whole % 60).padStart(2, "0")}`;
}

function zonedText(at: Date, zone: string, precision: InstantPrecision): string {
  const shown = showInZone(at, zone);
  const time = timeText(precision === "second" ? shown : { ...shown, second: 0 });
  return `${weekdays[weekdayOf(shown)] ?? ""} ${dayText(shown)} ${time}`;
}
