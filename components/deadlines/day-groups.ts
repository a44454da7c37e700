import { dayText } from "#components/ui/typed-time.ts";
import { readInZone, showInZone, type CalendarDay } from "#components/ui/zoned-time.ts";

export interface DayGroup<Due> {
  /** `2026-12-06` */
  readonly key: string;
  readonly day: CalendarDay;
  readonly due: readonly Due[];
}

/** What falls due, by the days of a zone's calendar, in the order in which it came. */
export function dayGroups<Due extends { readonly dueAt: Date }>(
  all: readonly Due[],
  zone: string,
): readonly DayGroup<Due>[] {
  const groups = new Map<string, { key: string; day: CalendarDay; due: Due[] }>();
  for (const each of all) {
    const { year, month, day } = showInZone(each.dueAt, zone);
    const calendarDay = { year, month, day };
    const key = dayText(calendarDay);
    const group = groups.get(key) ?? { key, day: calendarDay, due: [] };
    group.due.push(each);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** When a day begins in a zone, and when the next one does. Where clocks skip midnight it begins with what they show first. */
export function daySpan(day: CalendarDay, zone: string): { readonly from: Date; readonly until: Date } {
  return { from: startOf(day, zone), until: startOf({ ...day, day: day.day + 1 }, zone) };
}

function startOf(day: CalendarDay, zone: string): Date {
  const reading = readInZone(day, { hour: 0, minute: 0, second: 0 }, zone);
  switch (reading.kind) {
    case "instant":
      return reading.at;
    case "gap":
      return reading.shiftedAt;
    case "overlap":
      return reading.earlierAt;
  }
}
