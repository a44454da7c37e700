import { describe, expect, test } from "vitest";
import { spanEnd, spanText } from "./span.ts";

describe("a span", () => {
  test.each([
    { from: "2027-03-27T12:00:00Z", count: 2, end: "2027-03-29T12:00:00Z" }, // Europe's clocks change in between
    { from: "2028-02-28T00:00:00Z", count: 2, end: "2028-03-01T00:00:00Z" }, // 2028 is a leap year
    { from: "2026-12-24T23:59:59Z", count: 14, end: "2027-01-07T23:59:59Z" },
  ])("of $count days from $from ends at $end", ({ from, count, end }) => {
    expect(spanEnd(new Date(from), { unit: "day", count })).toEqual(new Date(end));
  });

  test.each([
    { day: "Monday", from: "2026-11-02T09:00:00Z", end: "2026-11-16T09:00:00Z" },
    { day: "Friday", from: "2026-11-06T09:00:00Z", end: "2026-11-20T09:00:00Z" },
    { day: "Saturday", from: "2026-11-07T09:00:00Z", end: "2026-11-20T09:00:00Z" },
    { day: "Sunday", from: "2026-11-08T09:00:00Z", end: "2026-11-20T09:00:00Z" },
  ])("of 10 working days from a $day ends at $end", ({ from, end }) => {
    expect(spanEnd(new Date(from), { unit: "working-day", count: 10 })).toEqual(new Date(end));
  });

  test.each([
    { unit: "hour", count: 72, from: "2026-10-24T12:00:00Z", end: "2026-10-27T12:00:00Z" }, // a night of 25 hours
    { unit: "hour", count: 1, from: "2026-12-31T23:30:00Z", end: "2027-01-01T00:30:00Z" },
    { unit: "week", count: 3, from: "2027-03-20T12:00:00Z", end: "2027-04-10T12:00:00Z" }, // 20 + 21 - 31
    { unit: "week", count: 4, from: "2028-02-15T00:00:00Z", end: "2028-03-14T00:00:00Z" }, // 15 + 28 - 29, a leap year
  ] as const)("of $count of $unit from $from ends at $end", ({ unit, count, from, end }) => {
    expect(spanEnd(new Date(from), { unit, count })).toEqual(new Date(end));
  });

  test("is put in words", () => {
    expect(spanText({ unit: "hour", count: 72 })).toBe("72 hours");
    expect(spanText({ unit: "week", count: 1 })).toBe("1 week");
    expect(spanText({ unit: "day", count: 14 })).toBe("14 days");
    expect(spanText({ unit: "working-day", count: 1 })).toBe("1 working day");
  });
});
