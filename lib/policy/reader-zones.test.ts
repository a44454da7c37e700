import { afterEach, describe, expect, test } from "vitest";
import { dayMs } from "#lib/base/instant.ts";
import { latestDisclosureAt } from "./latest-instant.ts";
import { distros2012 } from "./policies/distros-2012.ts";
import { distros2017 } from "./policies/distros-2017.ts";

const startZone = process.env["TZ"];
afterEach(() => {
  process.env["TZ"] = startZone;
});

describe("the latest disclosure", () => {
  test.each([
    { zone: "Europe/Berlin", offsetMinutes: -60 },
    { zone: "America/Sao_Paulo", offsetMinutes: 180 },
    { zone: "Asia/Kathmandu", offsetMinutes: -345 },
    { zone: "Pacific/Kiritimati", offsetMinutes: -840 },
    { zone: "UTC", offsetMinutes: 0 },
  ])("is the same instant for a reader in $zone", ({ zone, offsetMinutes }) => {
    process.env["TZ"] = zone;
    const beforeChangeAt = new Date("2027-03-20T23:59:59Z"); // in Berlin, eight days into the embargo
    expect(beforeChangeAt.getTimezoneOffset()).toBe(offsetMinutes);
    expect(latestDisclosureAt(beforeChangeAt, distros2017)?.getTime()).toBe(beforeChangeAt.getTime() + 14 * dayMs);
    expect(latestDisclosureAt(new Date("2012-01-26T23:59:59Z"), distros2012)).toEqual(new Date("2012-02-14T23:59:59Z"));
  });
});
