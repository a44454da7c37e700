import { addDays, addHours } from "#lib/base/instant.ts";
import { utcWeekday } from "./weekday.ts";

/**
 * A length of time as policies state it. A day is 24 h and a week seven of them; a working day is one that ends on Monday
 * to Friday in UTC.
 */
export interface Span {
  readonly unit: "hour" | "day" | "working-day" | "week";
  readonly count: number;
}

const unitWords = { hour: "hour", day: "day", "working-day": "working day", week: "week" } as const;

/** The instant at which a span ends. Public holidays count as working days, since no zone of the world shares them. */
export function spanEnd(startsAt: Date, { unit, count }: Span): Date {
  switch (unit) {
    case "hour":
      return addHours(startsAt, count);
    case "day":
      return addDays(startsAt, count);
    case "week":
      return addDays(startsAt, 7 * count);
    case "working-day":
      return workingDaysEnd(startsAt, count);
  }
}

/** `14 days`, `1 day`, `10 working days`, `72 hours`. */
export function spanText({ unit, count }: Span): string {
  return `${String(count)} ${unitWords[unit]}${count === 1 ? "" : "s"}`;
}

function workingDaysEnd(startsAt: Date, count: number): Date {
  let end = startsAt;
  for (let counted = 0; counted < count;) {
    end = addDays(end, 1);
    if (isWorkingDay(end)) counted += 1;
  }
  return end;
}

function isWorkingDay(instant: Date): boolean {
  const weekday = utcWeekday(instant);
  return weekday !== "Saturday" && weekday !== "Sunday";
}
