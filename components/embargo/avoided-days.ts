import type { Policy } from "#lib/policy/policy.ts";
import type { Weekday } from "#lib/policy/weekday.ts";

const weekFromMonday: readonly Weekday[] = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];

/**
 * The days that a policy advises against: weekdays as numbers from 0 for Sunday, and these and the holidays in words, such
 * as `Friday to Sunday, the Christmas holidays`. The calendar marks the weekdays alone.
 */
export function avoidedDays({ avoidedWeekdays, avoidedDays: holidays }: Policy): {
  readonly numbers: readonly number[];
  readonly label: string;
} {
  const days = weekFromMonday.filter((weekday) => avoidedWeekdays.includes(weekday));
  const places = days.map((day) => weekFromMonday.indexOf(day));
  const [first, last] = [days[0], days.at(-1)];
  const isRun = (places.at(-1) ?? 0) - (places[0] ?? 0) === days.length - 1;
  return {
    numbers: places.map((place) => (place + 1) % 7),
    label: [
      ...(isRun && days.length > 2 && first !== undefined && last !== undefined ? [`${first} to ${last}`] : days),
      ...holidays.map(({ from, until, name }) => `${name} (${dayText(from)} to ${dayText(until)})`),
    ].join(", "),
  };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `24 Dec`, of `12-24`. */
function dayText(monthAndDay: string): string {
  const [month = "", day = ""] = monthAndDay.split("-");
  return `${String(Number(day))} ${months[Number(month) - 1] ?? ""}`;
}
