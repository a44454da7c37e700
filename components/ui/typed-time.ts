import type { CalendarDay, ClockTime } from "./zoned-time.ts";

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Reads `2026-12-06`, `2026/12/6`, `6 December 2026` or `6 Dec 2026`; null for anything else or no such day. */
export function parseTypedDay(text: string): CalendarDay | null {
  const numeric = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim());
  if (numeric !== null) return existingDay(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));

  const named = /^(\d{1,2})\.? +([a-z]{3,9})\.?,? +(\d{4})$/i.exec(text.trim());
  if (named === null) return null;
  const month = monthNames.indexOf((named[2] ?? "").slice(0, 3).toLowerCase()) + 1;
  return existingDay(Number(named[3]), month, Number(named[1]));
}

/** Reads `9:12`, `09:12`, `0912` or `09:12:31` of a 24-hour clock; null for anything else. */
export function parseTypedTime(text: string): ClockTime | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim()) ?? /^(\d{2})(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  const time = { hour: Number(match[1]), minute: Number(match[2]), second: Number(match[3] ?? 0) };
  return time.hour < 24 && time.minute < 60 && time.second < 60 ? time : null;
}

/** `2026-12-06` */
export function dayText({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** `09:12`, with seconds only where there are any. */
export function timeText({ hour, minute, second }: ClockTime): string {
  const minuteText = `${twoDigits(hour)}:${twoDigits(minute)}`;
  return second === 0 ? minuteText : `${minuteText}:${twoDigits(second)}`;
}

function existingDay(year: number, month: number, day: number): CalendarDay | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1970 ? { year, month, day } : null;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, "0");
}
