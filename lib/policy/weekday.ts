const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

export type Weekday = (typeof weekdays)[number];

/** The day of the week on which an instant falls in UTC. */
export function utcWeekday(instant: Date): Weekday {
  const weekday = weekdays[instant.getUTCDay()];
  if (weekday === undefined) throw new Error("weekday of an invalid instant");
  return weekday;
}
