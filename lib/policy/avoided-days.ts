import type { AvoidedDays, Policy } from "./policy.ts";

/** The days that the policy would rather avoid and that `instant` falls on in UTC, or null. */
export function holidayOn(instant: Date, { avoidedDays }: Policy): AvoidedDays | null {
  const date = instant.toISOString().slice(-19, -14); // from the end, since years vary in length
  return avoidedDays.find((days) => includes(days, date)) ?? null;
}

/** A range that begins later in the year than it ends runs over New Year. */
function includes({ from, until }: AvoidedDays, date: string): boolean {
  return from <= until ? from <= date && date <= until : from <= date || date <= until;
}
