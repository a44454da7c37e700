import { addDays } from "#lib/base/instant.ts";
import { utcWeekday } from "./weekday.ts";

/** A length of time as policies state it. A day is 24 h; a working day is one that ends on Monday to Friday in UTC. */
export interface Span {
  readonly unit: "day" | "working-day";
  readonly count: number;
}

/** The instant at which a span ends. Public holidays count as working days, since no zone of the world shares them. */
export function spanEnd(startsAt: Date, span: Span): Date {
  if (span.unit === "day") return addDays(startsAt, span.count);

  let end = startsAt;
  for (let counted = 0; counted < span.count;) {
    end = addDays(end, 1);
    if (isWorkingDay(end)) counted += 1;
  }
  return end;
}

/** `14 days`, `1 day`, `10 working days`. */
export function spanText(span: Span): string {
  const unit = span.unit === "day" ? "day" : "working day";
  return `${String(span.count)} ${unit}${span.count === 1 ? "" : "s"}`;
}

function isWorkingDay(instant: Date): boolean {
  const weekday = utcWeekday(instant);
  return weekday !== "Saturday" && weekday !== "Sunday";
}
