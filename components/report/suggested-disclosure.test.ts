import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";
import { answeredDraft } from "./_answered-draft.ts";
import { draftFindings } from "./draft-findings.ts";
import { suggestedDisclosureAt } from "./suggested-disclosure.ts";
import { avoidedDays } from "#components/embargo/avoided-days.ts";

describe("the disclosure that is suggested", () => {
  test.each([
    ["2026-11-02T09:12:31Z", "2026-11-05T14:00:00.000Z"], // Monday: Thursday, since 7 days at 14:00 are over the limit
    ["2026-11-02T15:00:00Z", "2026-11-09T14:00:00.000Z"],
    ["2026-11-05T15:00:00Z", "2026-11-12T14:00:00.000Z"],
    ["2026-11-06T09:00:00Z", "2026-11-12T14:00:00.000Z"],
    ["2026-12-24T15:00:00Z", "2026-12-30T14:00:00.000Z"], // the Thursday a week later is the year's last day
    // A Monday: holidays until Thursday the 26th, then the weekend, and the next Monday at 14:00 is past 7 days.
    ["2024-12-23T10:00:00Z", undefined],
  ])("on %s it is %s", (now, suggested) => {
    expect(suggestedDisclosureAt(new Date(now), distros2017)?.toISOString()).toBe(suggested);
  });

  property.prop([fc.date({ min: new Date("2026-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })])(
    "the policy never has anything to say against it",
    (now) => {
      const suggested = suggestedDisclosureAt(now, distros2017);
      if (suggested === null) {
        // Only just before Christmas, where a weekend follows it, can there be no such day within the preferred week.
        expect(now.toISOString()).toMatch(/-12-(19|2[0-3])T/);
        return;
      }
      const draft = answeredDraft({ proposedDisclosureAt: suggested.toISOString() });
      expect(draftFindings(draft, distros2017, now)).toEqual([]);
    },
  );
});

test("the days that are advised against have words together, holidays too", () => {
  expect(avoidedDays(distros2017)).toEqual({
    numbers: [5, 6, 0],
    label: "Friday to Sunday, the Christmas holidays (24 Dec to 26 Dec), the turn of the year (31 Dec to 1 Jan)",
  });
  const withoutHolidays = { ...distros2017, avoidedDays: [] };
  expect(avoidedDays(withoutHolidays).label).toBe("Friday to Sunday");
  expect(avoidedDays({ ...withoutHolidays, avoidedWeekdays: ["Sunday", "Wednesday"] })).toEqual({
    numbers: [3, 0],
    label: "Wednesday, Sunday",
  });
  expect(avoidedDays({ ...withoutHolidays, avoidedWeekdays: [] })).toEqual({ numbers: [], label: "" });
});
