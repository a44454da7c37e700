/** Milliseconds in the 24 hours that every limit of a policy is counted in. Daylight saving does not enter into it. */
export const dayMs = 86_400_000;
export const hourMs = 3_600_000;
export const minuteMs = 60_000;

/** Moves an instant by whole or part days of 24 hours. */
export function addDays(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * dayMs);
}

export function addHours(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * hourMs);
}

/** Days of 24 hours, whole or part, from one instant to a later one; negative where it is earlier. */
export function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / dayMs;
}

export function later(left: Date, right: Date): Date {
  return left < right ? right : left;
}

/** The first of the instants that are given, or null where none is. */
export function earliest(instants: readonly (Date | null)[]): Date | null {
  return instants
    .filter((instant) => instant !== null)
    .reduce<Date | null>((first, instant) => (first === null || instant < first ? instant : first), null);
}

/** `2026-12-06 09:12:31 UTC`, to the second, rounded down. */
export function utcSecondText(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
