import { describe, expect, test } from "vitest";
import { acceptableFacts } from "../_acceptable-facts.ts";
import { distros2017 } from "../policies/distros-2017.ts";
import { kubernetesDistributors } from "../policies/kubernetes-distributors.ts";
import { disclosureHour } from "./disclosure-hour.ts";
import { disclosureWeekday } from "./disclosure-weekday.ts";

const at = (proposedAt: string) => acceptableFacts({ proposedDisclosureAt: new Date(proposedAt) });

describe("the day of the week (R7)", () => {
  test.each([
    { proposedAt: "2026-11-05T23:59:59Z", weekday: undefined },
    { proposedAt: "2026-11-06T00:00:00Z", weekday: "Friday" },
    { proposedAt: "2026-11-07T12:00:00Z", weekday: "Saturday" },
    { proposedAt: "2026-11-08T23:59:59Z", weekday: "Sunday" },
    { proposedAt: "2026-11-09T00:00:00Z", weekday: undefined },
  ])("$proposedAt is advised against as $weekday", ({ proposedAt, weekday }) => {
    const finding = disclosureWeekday.check(at(proposedAt), distros2017);
    expect(finding?.problem.facts).toEqual(weekday && { weekday, proposedAt: new Date(proposedAt).toISOString() });
    expect(finding?.weight).toBe(weekday && "advice");
  });

  test.each([
    { what: "the Thursday before", receivedAt: "2026-11-02T09:00:00Z", use: "2026-11-05T12:00:00Z" },
    { what: "the Thursday before, just", receivedAt: "2026-11-04T12:00:00Z", use: "2026-11-05T12:00:00Z" },
    { what: "the Monday after", receivedAt: "2026-11-04T12:00:01Z", use: "2026-11-09T12:00:00Z" },
  ])("a Saturday for a report of $receivedAt is mended by $what", ({ receivedAt, use }) => {
    const facts = acceptableFacts({
      receivedAt: new Date(receivedAt),
      proposedDisclosureAt: new Date("2026-11-07T12:00:00Z"),
    });
    expect(disclosureWeekday.check(facts, distros2017)?.mend).toEqual({ kind: "use-instant", instant: new Date(use) });
  });

  test.each(["2026-11-01T09:00:00Z", "2026-11-21T09:00:00Z"])("%s is refused for more than its day", (proposedAt) => {
    expect(disclosureWeekday.check(at(proposedAt), distros2017)).toBeNull();
  });
});

describe("the hour (R7)", () => {
  test.each([
    { proposedAt: "2026-11-17T15:59:59Z", use: "2026-11-17T16:00:00Z" },
    { proposedAt: "2026-11-17T16:00:00Z", use: undefined },
    { proposedAt: "2026-11-17T16:00:01Z", use: "2026-11-17T16:00:00Z" },
    { proposedAt: "2026-11-09T09:30:00Z", use: "2026-11-09T16:00:00Z" },
  ])("where disclosures are at 16:00 UTC, $proposedAt is mended by $use", ({ proposedAt, use }) => {
    const finding = disclosureHour.check(at(proposedAt), kubernetesDistributors);
    expect(finding?.mend).toEqual(use && { kind: "use-instant", instant: new Date(use) });
  });

  test("is nobody's concern under the 2017 policy", () => {
    expect(disclosureHour.check(at("2026-11-04T03:07:00Z"), distros2017)).toBeNull();
  });
});
