import { describe, expect, test } from "vitest";
import { longDayText, monthAfter, monthText, monthWeeks } from "./month-days.ts";

describe("a month", () => {
  test.each([
    { month: "2026-11", weeks: 6, first: 6, days: 30 }, // begins on a Sunday
    { month: "2027-02", weeks: 4, first: 0, days: 28 }, // begins on a Monday, and fits
    { month: "2028-02", weeks: 5, first: 1, days: 29 },
  ])("$month has $weeks weeks, Mondays first", ({ month, weeks, first, days }) => {
    const all = monthWeeks(month);
    expect(all).toHaveLength(weeks);
    expect(all.every((week) => week.length === 7)).toBe(true);
    expect(all.flat().findIndex((day) => day !== null)).toBe(first);
    expect(all.flat().filter((day) => day !== null)).toHaveLength(days);
  });

  test.each([
    { from: "2026-12", months: 1, to: "2027-01" },
    { from: "2026-01", months: -1, to: "2025-12" },
    { from: "2026-06", months: 0, to: "2026-06" },
  ])("$months after $from is $to", ({ from, months, to }) => {
    expect(monthAfter(from, months)).toBe(to);
  });

  test("and its days have names", () => {
    expect(monthText("2026-12")).toBe("December 2026");
    expect(longDayText({ year: 2026, month: 12, day: 6 })).toBe("Sunday 2026-12-06");
  });
});
