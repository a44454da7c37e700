import { dayText, parseTypedDay, parseTypedTime, timeText } from "./typed-time.ts";
import { isZone, readInZone, showInZone, type CalendarDay, type ZonedReading } from "./zoned-time.ts";

/** What a person has typed of an instant so far. */
export interface TypedInstant {
  readonly day: string;
  readonly time: string;
  readonly zone: string;
}

export type TypedReading =
  ZonedReading | { readonly kind: "empty" | "day-unreadable" | "time-unreadable" | "zone-unknown" };

/** What the typed text means. A text that is not there yet is "empty", not an error. */
export function readTyped({ day, time, zone }: TypedInstant): TypedReading {
  const parsedDay = parseTypedDay(day);
  const parsedTime = parseTypedTime(time);
  if (parsedDay === null && day.trim() !== "") return { kind: "day-unreadable" };
  if (parsedTime === null && time.trim() !== "") return { kind: "time-unreadable" };
  if (!isZone(zone)) return { kind: "zone-unknown" };
  if (parsedDay === null || parsedTime === null) return { kind: "empty" };
  return readInZone(parsedDay, parsedTime, zone);
}

/** ISO 8601 text of the instant, or "" where the text means none. Of two, the earlier: what is shorter is safer. */
export function instantValue(reading: TypedReading): string {
  if (reading.kind === "instant") return reading.at.toISOString();
  return reading.kind === "overlap" ? reading.earlierAt.toISOString() : "";
}

/** How an instant is typed in a zone; empty text for "". */
export function typeInstant(value: string, zone: string): TypedInstant {
  if (value === "" || Number.isNaN(Date.parse(value))) return { day: "", time: "", zone };
  const shown = showInZone(new Date(value), zone);
  return { day: dayText(shown), time: timeText(shown), zone };
}

export interface InstantBounds {
  readonly earliestAt: Date | null;
  readonly latestAt: Date | null;
}

/** A time for a day that was picked from a calendar: noon, or the nearest minute to it within the bounds. */
export function timeForPickedDay(day: CalendarDay, zone: string, { earliestAt, latestAt }: InstantBounds): string {
  const noon = readInZone(day, { hour: 12, minute: 0, second: 0 }, zone);
  if (noon.kind !== "instant") return "12:00";
  let at = noon.at;
  if (earliestAt !== null && at < earliestAt) at = new Date(Math.ceil(earliestAt.getTime() / 60_000) * 60_000);
  if (latestAt !== null && at > latestAt) at = new Date(Math.floor(latestAt.getTime() / 60_000) * 60_000);
  return timeText({ ...showInZone(at, zone), second: 0 });
}
