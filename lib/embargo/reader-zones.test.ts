import { fc, test as prop } from "@fast-check/vitest";
import { afterEach, describe, expect, test } from "vitest";
import { hourMs } from "#lib/base/instant.ts";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";
import { accepted, negotiation, proposed, reporter } from "./_negotiated.ts";
import { embargoOf } from "./embargo.ts";
import { latestAllowedAt, mayPropose } from "./negotiation.ts";

const startZone = process.env["TZ"];
afterEach(() => {
  process.env["TZ"] = startZone;
});

/** A century of instants, with its leap days, its ends of years and every zone's changes of clocks. */
const anyReceipt = fc.date({
  min: new Date("1999-12-01T00:00:00Z"),
  max: new Date("2101-03-01T00:00:00Z"),
  noInvalidDate: true,
});

describe("14 days of 24 hours", () => {
  // Each second counted by hand: 14 x 86,400 = 1,209,600.
  test.each([
    { what: "a leap day", receivedAt: "2028-02-20T08:00:00Z", latestAt: "2028-03-05T08:00:00Z" }, // 20 + 14 - 29
    {
      what: "the February of a century without one",
      receivedAt: "2100-02-20T08:00:00Z",
      latestAt: "2100-03-06T08:00:00Z",
    },
    { what: "the year's end", receivedAt: "2026-12-24T23:59:59Z", latestAt: "2027-01-07T23:59:59Z" }, // 24 + 14 - 31
    { what: "the end of summer time in Europe", receivedAt: "2026-10-24T22:30:00Z", latestAt: "2026-11-07T22:30:00Z" },
    { what: "its beginning", receivedAt: "2027-03-27T23:30:00Z", latestAt: "2027-04-10T23:30:00Z" },
    { what: "the day Samoa left out", receivedAt: "2011-12-29T12:00:00Z", latestAt: "2012-01-12T12:00:00Z" },
  ])("over $what end at $latestAt, to the second", ({ receivedAt, latestAt }) => {
    const given = negotiation({
      receivedAt: new Date(receivedAt),
      clockStartsAt: new Date(receivedAt),
      now: new Date(receivedAt),
    });
    expect(latestAllowedAt(given)).toEqual(new Date(latestAt));
    expect((new Date(latestAt).getTime() - new Date(receivedAt).getTime()) / 1000).toBe(1_209_600);
    expect(mayPropose(given, { by: reporter, disclosureAt: new Date(latestAt) }).ok).toBe(true);
    const later = new Date(new Date(latestAt).getTime() + 1000);
    expect(mayPropose(given, { by: reporter, disclosureAt: later })).toMatchObject({
      problem: { code: "EMBARGO_TOO_LONG", facts: { latestAt: new Date(latestAt).toISOString() } },
    });
  });

  test("are read in zones whose clocks really change", () => {
    process.env["TZ"] = "Europe/Berlin";
    const hours = [new Date("2027-03-27T23:30:00Z"), new Date("2027-04-10T23:30:00Z")].map((at) => at.getHours());
    expect(hours).toEqual([0, 1]);
  });

  prop.prop([anyReceipt, fc.constantFrom(...Intl.supportedValuesOf("timeZone"))], { numRuns: 500 })(
    "are the same 1,209,600 seconds whenever they begin, whatever zone they are read in",
    (receivedAt, zone) => {
      process.env["TZ"] = zone;
      const latestAt = new Date(receivedAt.getTime() + 14 * 24 * hourMs);
      const records = [proposed(1, reporter, latestAt, receivedAt), accepted(1, "policy", receivedAt)];
      const given = negotiation({ receivedAt, clockStartsAt: receivedAt, now: receivedAt, policy: distros2017 });

      expect(latestAllowedAt(given)).toEqual(latestAt);
      expect(mayPropose(given, { by: reporter, disclosureAt: latestAt }).ok).toBe(true);
      expect(mayPropose(given, { by: reporter, disclosureAt: new Date(latestAt.getTime() + 1) }).ok).toBe(false);
      expect(embargoOf(records, new Date(latestAt.getTime() - 1)).state).toBe("active");
      expect(embargoOf(records, latestAt)).toMatchObject({ state: "exited", end: { at: latestAt } });
    },
  );
});
