import { describe, expect, test } from "vitest";
import { dayGroups, daySpan } from "./day-groups.ts";

const due = (text: string) => ({ dueAt: new Date(text) });

describe("what falls due", () => {
  const all = [due("2026-12-05T18:14:59Z"), due("2026-12-05T18:15:00Z"), due("2026-12-06T12:00:00Z")];

  test.each([
    { zone: "UTC", days: ["2026-12-05 2", "2026-12-06 1"] },
    { zone: "Asia/Kathmandu", days: ["2026-12-05 1", "2026-12-06 2"] },
    { zone: "Pacific/Kiritimati", days: ["2026-12-06 2", "2026-12-07 1"] },
  ])("stands under the days of $zone", ({ zone, days }) => {
    expect(dayGroups(all, zone).map(({ key, due: those }) => `${key} ${String(those.length)}`)).toEqual(days);
  });

  test("is nowhere where there is nothing", () => {
    expect(dayGroups([], "UTC")).toEqual([]);
  });
});

describe("a day", () => {
  test.each([
    { what: "is 24 hours in UTC", day: 6, month: 12, zone: "UTC", from: "2026-12-06T00:00", hours: 24 },
    {
      what: "begins at its own midnight",
      day: 6,
      month: 12,
      zone: "Asia/Kathmandu",
      from: "2026-12-05T18:15",
      hours: 24,
    },
    { what: "is short in spring", day: 29, month: 3, zone: "Europe/Berlin", from: "2026-03-28T23:00", hours: 23 },
    { what: "is long in autumn", day: 25, month: 10, zone: "Europe/Berlin", from: "2026-10-24T22:00", hours: 25 },
    { what: "ends with its month", day: 31, month: 12, zone: "UTC", from: "2026-12-31T00:00", hours: 24 },
    {
      what: "begins at one where clocks skip midnight",
      day: 6,
      month: 9,
      zone: "America/Santiago",
      from: "2026-09-06T04:00",
      hours: 23,
    },
  ])("$what", ({ day, month, zone, from, hours }) => {
    const span = daySpan({ year: 2026, month, day }, zone);
    expect(span.from.toISOString().slice(0, 16)).toBe(from);
    expect(span.until.getTime() - span.from.getTime()).toBe(hours * 3_600_000);
  });
});
