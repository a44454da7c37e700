/** A day of the calendar, in no zone; months from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What a clock on the wall shows. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What a day and a clock's time mean in a zone: clocks skip some times in spring and show some twice in autumn. */
export type ZonedReading =
  | { readonly kind: "instant"; readonly at: Date }
  /** No clock there showed it; `shiftedAt` is as long after the jump as the time is after the last one before. */
  | { readonly kind: "gap"; readonly shiftedAt: Date }
  | { readonly kind: "overlap"; readonly earlierAt: Date; readonly laterAt: Date };

const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the browser knows an IANA zone by this name. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone !== "";
  } catch {
    return false;
  }
}

/** The instant at which clocks in `zone` show this; throws where {@link isZone} says no. */
export function readInZone(day: CalendarDay, time: ClockTime, zone: string): ZonedReading {
  const asIfUtc = utcMs(day, time);
  const offsets = new Set([offsetMs(asIfUtc - dayMs, zone), offsetMs(asIfUtc + dayMs, zone)]);
  const candidates = [...offsets].map((offset) => asIfUtc - offset);
  const [first, second] = candidates
    .filter((candidate) => candidate + offsetMs(candidate, zone) === asIfUtc)
    .sort((left, right) => left - right);

  if (first === undefined) return { kind: "gap", shiftedAt: new Date(Math.max(...candidates)) };
  if (second === undefined) return { kind: "instant", at: new Date(first) };
  return { kind: "overlap", earlierAt: new Date(first), laterAt: new Date(second) };
}

/** What calendar and clock show in `zone` at an instant. */
export function showInZone(at: Date, zone: string): CalendarDay & ClockTime {
  const local = new Date(at.getTime() + offsetMs(at.getTime(), zone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
  };
}

/** Minutes by which clocks in `zone` are ahead of UTC at an instant: 345 in Kathmandu. */
export function zoneOffsetMinutes(at: Date, zone: string): number {
  return offsetMs(at.getTime(), zone) / 60_000;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(utcMs(day, { hour: 0, minute: 0, second: 0 })).getUTCDay();
}

/** Milliseconds by which `zone` is ahead of UTC at an instant, to the whole second. */
function offsetMs(instantMs: number, zone: string): number {
  const parts = new Map(
    formatFor(zone)
      .formatToParts(instantMs)
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const localMs = utcMs(
    { year: read("year"), month: read("month"), day: read("day") },
    { hour: read("hour"), minute: read("minute"), second: read("second") },
  );
  return localMs - Math.floor(instantMs / 1000) * 1000;
}

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
}

function utcMs({ year, month, day }: CalendarDay, { hour, minute, second }: ClockTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
