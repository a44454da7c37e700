import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { acceptableFacts } from "../_acceptable-facts.ts";
import { holidayOn } from "../avoided-days.ts";
import { findingsOf } from "../findings.ts";
import { distros2017 } from "../policies/distros-2017.ts";
import { envoy } from "../policies/envoy.ts";
import { openstackVmt } from "../policies/openstack-vmt.ts";
import { xen } from "../policies/xen.ts";
import { utcWeekday } from "../weekday.ts";
import { disclosureHoliday } from "./disclosure-holiday.ts";

const facts = (received: string, disclosure: string) =>
  acceptableFacts({ receivedAt: new Date(received), proposedDisclosureAt: new Date(disclosure) });

describe("a holiday (R7)", () => {
  test.each([
    { disclosure: "2026-12-23T23:59:59Z", holiday: undefined },
    { disclosure: "2026-12-24T00:00:00Z", holiday: "the Christmas holidays" },
    { disclosure: "2026-12-26T23:59:59Z", holiday: "the Christmas holidays" },
    { disclosure: "2026-12-27T00:00:00Z", holiday: undefined },
    { disclosure: "2026-12-30T23:59:59Z", holiday: undefined },
    { disclosure: "2026-12-31T00:00:00Z", holiday: "the turn of the year" },
    { disclosure: "2027-01-01T23:59:59Z", holiday: "the turn of the year" },
    { disclosure: "2027-01-02T00:00:00Z", holiday: undefined },
  ])("for the 2017 policy is, at $disclosure, $holiday", ({ disclosure, holiday }) => {
    const finding = disclosureHoliday.check(facts("2026-12-20T09:00:00Z", disclosure), distros2017);
    expect(finding?.weight).toBe(holiday && "advice");
    expect(finding?.problem.facts).toEqual(holiday && { holiday, proposedAt: new Date(disclosure).toISOString() });
  });

  // 24 December 2026 is a Thursday, four weeks and two days after Tuesday 24 November; 28 December is a Monday.
  test.each([
    { what: "the Wednesday before", received: "2026-12-21T09:00:00Z", use: "2026-12-23T14:00:00Z" },
    { what: "the Wednesday, just", received: "2026-12-22T14:00:00Z", use: "2026-12-23T14:00:00Z" },
    { what: "the Monday after holiday and weekend", received: "2026-12-22T14:00:01Z", use: "2026-12-28T14:00:00Z" },
  ])("at 14:00 on 24 December, for a report of $received, is mended by $what", ({ received, use }) => {
    const finding = disclosureHoliday.check(facts(received, "2026-12-24T14:00:00Z"), distros2017);
    expect(finding?.mend).toEqual({ kind: "use-instant", instant: new Date(use) });
  });

  test("is not offered as the mend of a weekend", () => {
    // Saturday 2 January 2027: the Friday and the Thursday before are holidays and the Wednesday too near.
    const found = findingsOf(facts("2026-12-29T15:00:00Z", "2027-01-02T14:00:00Z"), distros2017);
    expect(found.find(({ problem }) => problem.code === "DISCLOSURE_ON_WEEKEND")?.mend).toEqual({
      kind: "use-instant",
      instant: new Date("2027-01-04T14:00:00Z"),
    });
  });

  test("is for each policy to name: Envoy's ends of quarters, nobody's for Xen", () => {
    expect(holidayOn(new Date("2026-09-30T12:00:00Z"), envoy)?.name).toBe("the end of a quarter");
    expect(holidayOn(new Date("2026-10-01T00:00:00Z"), envoy)).toBeNull();
    expect(holidayOn(new Date("2026-12-25T12:00:00Z"), xen)).toBeNull();
  });

  test("is quiet where the date is refused anyway", () => {
    expect(disclosureHoliday.check(facts("2026-11-02T09:00:00Z", "2026-12-25T12:00:00Z"), distros2017)).toBeNull();
    expect(disclosureHoliday.check(facts("2026-12-26T09:00:00Z", "2026-12-25T12:00:00Z"), distros2017)).toBeNull();
  });

  prop.prop([fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })])(
    "is always mended under 90 days by a day that is neither holiday nor avoided",
    (receivedAt) => {
      const year = receivedAt.getUTCFullYear() + (receivedAt.getUTCMonth() === 11 ? 1 : 0);
      const proposedDisclosureAt = new Date(Date.UTC(year, 11, 28, 15));
      const finding = disclosureHoliday.check(acceptableFacts({ receivedAt, proposedDisclosureAt }), openstackVmt);
      if (finding === null) return;
      const instant = finding.mend?.kind === "use-instant" ? finding.mend.instant : expect.fail("no mend");
      expect(holidayOn(instant, openstackVmt)).toBeNull();
      expect(["Monday", "Friday"]).not.toContain(utcWeekday(instant));
    },
  );
});
