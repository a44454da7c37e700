import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { isZone, readInZone, showInZone, weekdayOf, zoneOffsetMinutes } from "./zoned-time.ts";

const day = (year: number, month: number, dayOfMonth: number) => ({ year, month, day: dayOfMonth });
const time = (hour: number, minute = 0, second = 0) => ({ hour, minute, second });
const instant = (text: string) => ({ kind: "instant", at: new Date(text) });

describe("a clock's time in a zone", () => {
  test.each([
    ["Asia/Kathmandu", day(2026, 12, 6), time(14, 57), "2026-12-06T09:12:00Z"],
    ["UTC", day(2028, 2, 29), time(23, 59, 59), "2028-02-29T23:59:59Z"],
    ["Pacific/Kiritimati", day(2027, 1, 1), time(0), "2026-12-31T10:00:00Z"],
    ["America/St_Johns", day(2026, 7, 1), time(12), "2026-07-01T14:30:00Z"],
    ["Europe/Berlin", day(2027, 3, 28), time(1, 59, 59), "2027-03-28T00:59:59Z"],
    ["Europe/Berlin", day(2027, 3, 28), time(3), "2027-03-28T01:00:00Z"],
    ["Europe/Berlin", day(2027, 10, 31), time(1, 59, 59), "2027-10-30T23:59:59Z"],
    ["Europe/Berlin", day(2027, 10, 31), time(3), "2027-10-31T02:00:00Z"],
  ])("%s: %o %o is one instant", (zone, onDay, atTime, expected) => {
    expect(readInZone(onDay, atTime, zone)).toEqual(instant(expected));
  });

  test.each([
    ["Europe/Berlin", day(2027, 3, 28), time(2, 30), "2027-03-28T01:30:00Z"],
    ["Europe/Berlin", day(2027, 3, 28), time(2, 0), "2027-03-28T01:00:00Z"],
    ["Australia/Lord_Howe", day(2026, 10, 4), time(2, 15), "2026-10-03T15:45:00Z"],
    ["Pacific/Apia", day(2011, 12, 30), time(12), "2011-12-30T22:00:00Z"],
  ])("%s: %o %o is skipped", (zone, onDay, atTime, shifted) => {
    expect(readInZone(onDay, atTime, zone)).toEqual({ kind: "gap", shiftedAt: new Date(shifted) });
  });

  test.each([
    ["Europe/Berlin", day(2027, 10, 31), time(2, 30), "2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"],
    ["Europe/Berlin", day(2027, 10, 31), time(2, 0), "2027-10-31T00:00:00Z", "2027-10-31T01:00:00Z"],
    ["Australia/Lord_Howe", day(2027, 4, 4), time(1, 45), "2027-04-03T14:45:00Z", "2027-04-03T15:15:00Z"],
  ])("%s: %o %o is shown twice", (zone, onDay, atTime, earlier, later) => {
    const expected = { kind: "overlap", earlierAt: new Date(earlier), laterAt: new Date(later) };
    expect(readInZone(onDay, atTime, zone)).toEqual(expected);
  });

  const zones = [
    "UTC",
    "Asia/Kathmandu",
    "Europe/Berlin",
    "America/Sao_Paulo",
    "Pacific/Kiritimati",
    "Africa/Monrovia",
  ];
  property.prop([
    fc.constantFrom(...zones),
    fc.date({ min: new Date("1975-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true }),
  ])("what is shown at an instant reads back as that instant", (zone, date) => {
    const at = new Date(Math.floor(date.getTime() / 1000) * 1000);
    const shown = showInZone(at, zone);
    const reading = readInZone(shown, shown, zone);
    const found = reading.kind === "overlap" ? [reading.earlierAt, reading.laterAt] : [];
    expect(reading.kind === "instant" ? [reading.at] : found).toContainEqual(at);
  });
});

test("an offset is minutes ahead of UTC at that instant", () => {
  expect(zoneOffsetMinutes(new Date("2026-12-06T09:12:31.500Z"), "Asia/Kathmandu")).toBe(345);
  expect(zoneOffsetMinutes(new Date("2026-07-01T00:00:00Z"), "America/St_Johns")).toBe(-150);
});

test("a weekday does not depend on where the reader is", () => {
  expect(weekdayOf(day(2026, 12, 6))).toBe(0);
});

test.each([
  ["Asia/Kathmandu", true],
  ["Mars/Olympus", false],
  ["", false],
])("%s is a zone: %s", (zone, known) => {
  expect(isZone(zone)).toBe(known);
});
