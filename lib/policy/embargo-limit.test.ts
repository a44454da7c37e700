import { describe, expect, test } from "vitest";
import { addDays } from "#lib/base/instant.ts";
import { mondayAt } from "./_acceptable-facts.ts";
import { isBeyondLimit, limitOf, tooLong } from "./embargo-limit.ts";
import { latestDisclosureAt } from "./latest-instant.ts";
import { distros2012 } from "./policies/distros-2012.ts";
import { distros2017 } from "./policies/distros-2017.ts";
import type { Policy } from "./policy.ts";
import { utcWeekday } from "./weekday.ts";

const days = (count: number) => ({ unit: "day", count }) as const;
const fixReady: Policy = { ...distros2017, clockStart: "fix-ready", maximumEmbargo: days(7), totalMaximum: days(30) };

const clock = (startsAfterDays: number | null) => ({
  receivedAt: mondayAt,
  startsAt: startsAfterDays === null ? null : addDays(mondayAt, startsAfterDays),
  isExtensionAgreed: false,
});

describe("of two limits", () => {
  test.each([
    { startsAfterDays: 22, latestAfterDays: 29, maximum: days(7), clockStart: "fix-ready" },
    { startsAfterDays: 24, latestAfterDays: 30, maximum: days(30), clockStart: "first-private-post" },
    { startsAfterDays: null, latestAfterDays: 30, maximum: days(30), clockStart: "first-private-post" },
  ])("the one counts that ends first, with its own clock: day $latestAfterDays", ({ startsAfterDays, ...expected }) => {
    const { latestAfterDays, maximum, clockStart } = expected;
    expect(limitOf(clock(startsAfterDays), fixReady)).toEqual({
      latestAt: addDays(mondayAt, latestAfterDays),
      maximum,
      clockStart,
    });
  });
});

test("what is too long cites R11 by itself", () => {
  const limit = { latestAt: addDays(mondayAt, 14), maximum: days(14), clockStart: "first-private-post" } as const;
  expect(tooLong(addDays(mondayAt, 15), limit).clause).toBe("R11");
});

describe("an extension to some weekdays", () => {
  test("closes no day while its clock has not started, or where there is no ordinary maximum", () => {
    const waiting = { ...distros2012, totalMaximum: days(30) };
    for (const [given, policy] of [
      [clock(null), waiting],
      [clock(0), { ...waiting, maximumEmbargo: null }],
    ] as const)
      for (let day = 1; day <= 30; day += 1) expect(isBeyondLimit(addDays(mondayAt, day), given, policy)).toBe(false);
  });

  test("ends with the ordinary maximum where none of its days lies beyond that", () => {
    const thursdayAt = new Date("2012-01-26T10:00:00Z");
    const extension = { ...distros2012.extension, maximum: days(15) } as NonNullable<Policy["extension"]>;
    expect(latestDisclosureAt(thursdayAt, { ...distros2012, extension })).toEqual(new Date("2012-02-09T10:00:00Z"));
  });
});

test("no instant has no weekday", () => {
  expect(() => utcWeekday(new Date(Number.NaN))).toThrow("invalid instant");
});
