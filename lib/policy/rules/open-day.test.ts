import { describe, expect, test } from "vitest";
import { acceptableFacts } from "../_acceptable-facts.ts";
import { holidayOn } from "../avoided-days.ts";
import { distros2017 } from "../policies/distros-2017.ts";
import { kubernetesDistributors } from "../policies/kubernetes-distributors.ts";
import type { Policy } from "../policy.ts";
import { nearestOpenDay } from "./_open-day.ts";

const receivedAt = new Date("2026-01-05T09:00:00Z"); // a Monday
const facts = acceptableFacts({ receivedAt });
const limitless: Policy = { ...distros2017, maximumEmbargo: null, avoidedWeekdays: [], avoidedDays: [] };

/** The nearest open day to a date, under a policy that avoids these. */
const nearest = (date: string, changed: Partial<Policy>) =>
  nearestOpenDay(new Date(date), facts, { ...limitless, ...changed });
const at = (instant: string) => ({ kind: "use-instant", instant: new Date(instant) });

describe("the nearest open day", () => {
  test("is looked for 20 days around, an earlier one first", () => {
    const holiday = (until: string) => ({ avoidedDays: [{ from: "03-01", until, name: "a long holiday" }] });
    expect(nearest("2026-03-20T09:00:00Z", holiday("04-08"))).toEqual(at("2026-02-28T09:00:00Z"));
    expect(nearest("2026-03-21T09:00:00Z", holiday("04-10"))).toEqual(null);
    expect(nearest("2026-03-21T09:00:00Z", holiday("04-09"))).toEqual(at("2026-04-10T09:00:00Z"));
  });

  test("keeps the shortest notice, exactly so many days included", () => {
    const sundays = { avoidedWeekdays: ["Sunday"] } as const;
    expect(nearest("2026-01-11T09:00:00Z", { ...sundays, minimumNoticeDays: 5 })).toEqual(at("2026-01-10T09:00:00Z"));
    expect(nearest("2026-01-11T09:00:00Z", { ...sundays, minimumNoticeDays: 6 })).toEqual(at("2026-01-12T09:00:00Z"));
  });

  test("is a day from the report at the least", () => {
    const tuesdays = { avoidedWeekdays: ["Tuesday"] } as const;
    expect(nearest("2026-01-06T09:00:00Z", tuesdays)).toEqual(at("2026-01-07T09:00:00Z"));
  });

  test("does not exist where every day is avoided", () => {
    const avoidedWeekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
    expect(nearest("2026-01-11T09:00:00Z", { avoidedWeekdays })).toBeNull();
  });

  test("is no day after the last that there is", () => {
    const last = new Date(8.64e15); // a Saturday
    const policy = { ...kubernetesDistributors, avoidedWeekdays: ["Saturday"] } as const;
    expect(nearestOpenDay(last, facts, policy)).toEqual(at("+275760-09-12T00:00:00.000Z"));
    expect(holidayOn(last, { ...policy, avoidedDays: [{ from: "09-13", until: "09-13", name: "the end" }] })).toEqual({
      from: "09-13",
      until: "09-13",
      name: "the end",
    });
  });
});
