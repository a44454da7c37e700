import { describe, expect, test } from "vitest";
import { instantValue, readTyped, timeForPickedDay, typeInstant } from "./typed-instant.ts";
import { dayText, parseTypedDay, parseTypedTime, timeText } from "./typed-time.ts";

describe("a typed day", () => {
  test.each(["2026-12-06", " 2026-12-6", "2026/12/06", "2026.12.6", "6 December 2026", "06 dec 2026", "6. Dec, 2026"])(
    "%s is read",
    (text) => {
      expect(parseTypedDay(text)).toEqual({ year: 2026, month: 12, day: 6 });
    },
  );

  test.each(["", "2027-02-29", "2026-13-01", "2026-00-10", "06/12/2026", "6 Foo 2026", "tomorrow", "1969-12-31"])(
    "%s is not",
    (text) => {
      expect(parseTypedDay(text)).toBeNull();
    },
  );

  test("is written year first", () => {
    expect(dayText({ year: 2026, month: 2, day: 3 })).toBe("2026-02-03");
  });
});

describe("a typed time", () => {
  test.each([
    ["09:12", "09:12"],
    ["9:12", "09:12"],
    ["0912", "09:12"],
    ["23:59:59", "23:59:59"],
    ["00:00", "00:00"],
  ])("%s is read as %s", (text, expected) => {
    const time = parseTypedTime(text);
    expect(time === null ? null : timeText(time)).toBe(expected);
  });

  test.each(["24:00", "9:60", "912", "9", "9pm", "09:12:60", ""])("%s is not", (text) => {
    expect(parseTypedTime(text)).toBeNull();
  });
});

describe("a typed instant", () => {
  test.each([
    [{ day: "2026-12-06", time: "14:57", zone: "Asia/Kathmandu" }, "instant", "2026-12-06T09:12:00.000Z"],
    [{ day: "2027-10-31", time: "02:30", zone: "Europe/Berlin" }, "overlap", "2027-10-31T00:30:00.000Z"],
    [{ day: "2027-03-28", time: "02:30", zone: "Europe/Berlin" }, "gap", ""],
    [{ day: "2026-12-06", time: "", zone: "UTC" }, "empty", ""],
    [{ day: "2026-12", time: "09:12", zone: "UTC" }, "day-unreadable", ""],
    [{ day: "2026-12-06", time: "9", zone: "UTC" }, "time-unreadable", ""],
    [{ day: "2026-12-06", time: "09:12", zone: "Mars/Olympus" }, "zone-unknown", ""],
  ])("%o is %s", (typed, kind, value) => {
    const reading = readTyped(typed);
    expect(reading.kind).toBe(kind);
    expect(instantValue(reading)).toBe(value);
  });

  test("is typed for the person in their zone", () => {
    expect(typeInstant("2026-12-06T09:12:31.000Z", "Asia/Kathmandu")).toEqual({
      day: "2026-12-06",
      time: "14:57:31",
      zone: "Asia/Kathmandu",
    });
    expect(typeInstant("", "UTC")).toEqual({ day: "", time: "", zone: "UTC" });
  });
});

describe("the time of a day picked from the calendar", () => {
  const bounds = { earliestAt: new Date("2026-11-22T13:00:30Z"), latestAt: new Date("2026-12-06T09:12:31Z") };

  test.each([
    [{ year: 2026, month: 11, day: 30 }, "UTC", "12:00"],
    [{ year: 2026, month: 12, day: 6 }, "UTC", "09:12"],
    [{ year: 2026, month: 11, day: 22 }, "UTC", "13:01"],
    [{ year: 2026, month: 12, day: 6 }, "Asia/Kathmandu", "12:00"],
  ])("%o in %s is %s", (day, zone, time) => {
    expect(timeForPickedDay(day, zone, bounds)).toBe(time);
  });
});
