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

/** The weekdays that a policy advises against: as numbers from 0 for Sunday, and in words such as `Friday to Sunday`. */
export function avoidedDays({ avoidedWeekdays }: Policy): {
  readonly numbers: readonly number[];
  readonly label: string;
} {
  const days = weekFromMonday.filter((weekday) => avoidedWeekdays.includes(weekday));
  const places = days.map((day) => weekFromMonday.indexOf(day));
  const [first, last] = [days[0], days.at(-1)];
  const isRun = (places.at(-1) ?? 0) - (places[0] ?? 0) === days.length - 1;
  return {
    numbers: places.map((place) => (place + 1) % 7),
    label:
      isRun && days.length > 2 && first !== undefined && last !== undefined ? `${first} to ${last}` : days.join(", "),
  };
}
