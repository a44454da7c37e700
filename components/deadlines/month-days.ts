import { dayText } from "#components/ui/typed-time.ts";
import { weekdayOf, type CalendarDay } from "#components/ui/zoned-time.ts";

/** The weeks of a month (`2026-12`), Mondays first; null before its first day and after its last. */
export function monthWeeks(month: string): readonly (readonly (CalendarDay | null)[])[] {
  const { year, number } = partsOf(month);
  const lastDay = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const days = Array.from({ length: lastDay }, (_, index) => ({ year, month: number, day: index + 1 }));
  const before = (weekdayOf({ year, month: number, day: 1 }) + 6) % 7;
  const cells: (CalendarDay | null)[] = [...Array.from({ length: before }, () => null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The month so many months later: `2026-12` and 1 give `2027-01`. */
export function monthAfter(month: string, months: number): string {
  const { year, number } = partsOf(month);
  return monthOf({
    year: year + Math.floor((number - 1 + months) / 12),
    month: ((number - 1 + months + 1200) % 12) + 1,
  });
}

export function monthOf({ year, month }: Pick<CalendarDay, "year" | "month">): string {
  return dayText({ year, month, day: 1 }).slice(0, 7);
}

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `December 2026` */
export function monthText(month: string): string {
  const { year, number } = partsOf(month);
  return `${monthNames[number - 1] ?? ""} ${String(year)}`;
}

const weekdayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** `Sunday 2026-12-06` */
export function longDayText(day: CalendarDay): string {
  return `${weekdayNames[weekdayOf(day)] ?? ""} ${dayText(day)}`;
}

function partsOf(month: string): { readonly year: number; readonly number: number } {
  return { year: Number(month.slice(0, 4)), number: Number(month.slice(5, 7)) };
}
