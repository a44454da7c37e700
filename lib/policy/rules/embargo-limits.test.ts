import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { addDays, dayMs } from "#lib/base/instant.ts";
import { acceptableFacts, mondayAt } from "../_acceptable-facts.ts";
import { latestDisclosureAt } from "../latest-instant.ts";
import { distros2017 } from "../policies/distros-2017.ts";
import { kubernetesDistributors } from "../policies/kubernetes-distributors.ts";
import { disclosureDate } from "./disclosure-date.ts";
import { maximumEmbargo } from "./maximum-embargo.ts";
import { minimumNotice } from "./minimum-notice.ts";
import { preferredEmbargo } from "./preferred-embargo.ts";

const second = 1000;
const after = (ms: number) => acceptableFacts({ proposedDisclosureAt: new Date(mondayAt.getTime() + ms) });

describe("the maximum embargo (R11)", () => {
  test.each([
    { what: "a day", ms: dayMs, code: undefined },
    { what: "14 days less a second", ms: 14 * dayMs - second, code: undefined },
    { what: "exactly 14 days", ms: 14 * dayMs, code: undefined },
    { what: "14 days and a millisecond", ms: 14 * dayMs + 1, code: "EMBARGO_TOO_LONG" },
    { what: "14 days and a second", ms: 14 * dayMs + second, code: "EMBARGO_TOO_LONG" },
    { what: "90 days", ms: 90 * dayMs, code: "EMBARGO_TOO_LONG" },
  ])("$what gives $code", ({ ms, code }) => {
    expect(maximumEmbargo.check(after(ms), distros2017)?.problem.code).toBe(code);
  });

  test("is mended by the latest whole minute (A2)", () => {
    expect(maximumEmbargo.check(after(15 * dayMs), distros2017)).toMatchObject({
      clause: "R11",
      weight: "refusal",
      problem: {
        code: "EMBARGO_TOO_LONG",
        field: "proposedDisclosureAt",
        clause: "R11",
        facts: { maximum: "14 days", latestAt: "2026-11-16T09:12:31.000Z", proposedAt: "2026-11-17T09:12:31.000Z" },
      },
      mend: { kind: "use-instant", instant: new Date("2026-11-16T09:12:00Z") },
    });
  });

  test("is silent while no date is given", () => {
    expect(maximumEmbargo.check(acceptableFacts({ proposedDisclosureAt: null }), distros2017)).toBeNull();
  });

  prop.prop([fc.integer({ min: 0, max: 14 * dayMs })])("never refuses a proposal within the limit", (ms) => {
    expect(maximumEmbargo.check(after(ms), distros2017)).toBeNull();
  });

  prop.prop([fc.date({ min: new Date(0), max: new Date("2200-01-01"), noInvalidDate: true })])(
    "passes the latest disclosure itself and refuses one second later, whenever a report comes",
    (receivedAt) => {
      const latestAt = latestDisclosureAt(receivedAt, distros2017) ?? receivedAt;
      const at = (proposedDisclosureAt: Date) => acceptableFacts({ receivedAt, proposedDisclosureAt });
      expect(maximumEmbargo.check(at(latestAt), distros2017)).toBeNull();
      expect(maximumEmbargo.check(at(new Date(latestAt.getTime() + second)), distros2017)).not.toBeNull();
    },
  );
});

describe("the preferred embargo (R11)", () => {
  test.each([
    { what: "exactly 7 days", ms: 7 * dayMs, code: undefined },
    { what: "7 days and a second", ms: 7 * dayMs + second, code: "EMBARGO_OVER_PREFERRED" },
    { what: "exactly 14 days", ms: 14 * dayMs, code: "EMBARGO_OVER_PREFERRED" },
    { what: "14 days and a second, which is refused anyway,", ms: 14 * dayMs + second, code: undefined },
  ])("$what gives $code", ({ ms, code }) => {
    expect(preferredEmbargo.check(after(ms), distros2017)?.problem.code).toBe(code);
  });

  test("is advice, with the end of the preferred time to use", () => {
    expect(preferredEmbargo.check(after(9 * dayMs), distros2017)).toMatchObject({
      clause: "R11",
      weight: "advice",
      mend: { kind: "use-instant", instant: new Date("2026-11-09T09:12:00Z") },
    });
  });
});

describe("the date (R7)", () => {
  test.each([
    { what: "the year before", ms: -365 * dayMs, code: "DATE_IN_PAST" },
    { what: "the instant of receipt", ms: 0, code: "DATE_IN_PAST" },
    { what: "a millisecond later", ms: 1, code: undefined },
  ])("$what gives $code", ({ ms, code }) => {
    expect(disclosureDate.check(after(ms), distros2017)?.problem.code).toBe(code);
  });

  test.each([
    { what: "no date", proposedDisclosureAt: null },
    { what: "half a date", proposedDisclosureAt: new Date("2026-13") },
  ])("$what is refused, with the end of the preferred time to use", ({ proposedDisclosureAt }) => {
    expect(disclosureDate.check(acceptableFacts({ proposedDisclosureAt }), distros2017)).toMatchObject({
      clause: "R7",
      weight: "refusal",
      problem: { code: "DATE_MISSING", field: "proposedDisclosureAt" },
      mend: { kind: "use-instant", instant: new Date("2026-11-09T09:12:00Z") },
    });
  });
});

describe("the shortest notice (R7)", () => {
  test.each([
    { what: "the instant of receipt, which is refused anyway,", ms: 0, code: undefined },
    { what: "a minute", ms: 60 * second, code: "EMBARGO_UNDER_ONE_DAY" },
    { what: "a day less a second", ms: dayMs - second, code: "EMBARGO_UNDER_ONE_DAY" },
    { what: "exactly a day", ms: dayMs, code: undefined },
  ])("$what gives $code", ({ ms, code }) => {
    expect(minimumNotice.check(after(ms), distros2017)?.problem.code).toBe(code);
  });

  test.each([
    { what: "7 days less a second", ms: 7 * dayMs - second, code: "NOTICE_TOO_SHORT" },
    { what: "exactly 7 days", ms: 7 * dayMs, code: undefined },
  ])("where 7 days are promised, $what gives $code", ({ ms, code }) => {
    expect(minimumNotice.check(after(ms), kubernetesDistributors)?.problem.code).toBe(code);
  });

  test("is mended by the next whole minute", () => {
    expect(minimumNotice.check(after(2 * dayMs), kubernetesDistributors)?.mend).toEqual({
      kind: "use-instant",
      instant: new Date("2026-11-09T09:13:00Z"),
    });
    expect(addDays(mondayAt, 7) < new Date("2026-11-09T09:13:00Z")).toBe(true);
  });
});
