import { expect, test } from "vitest";
import { addDays } from "#lib/base/instant.ts";
import { mondayAt, reporter, shownIssue, unagreed } from "#components/embargo/issue-fixture.ts";
import { trafficLight } from "./traffic-light.ts";

const over = { state: "exited", end: { at: mondayAt, cause: "date-reached", by: reporter, evidence: null } } as const;

test("while an embargo is agreed, its content is amber until the date", () => {
  expect(trafficLight([shownIssue()])).toEqual({ colour: "amber", until: addDays(mondayAt, 5) });
});

test("while no date is agreed, it is amber all the same, and no date is named", () => {
  expect(trafficLight([shownIssue(unagreed)])).toEqual({ colour: "amber", until: "no date" });
});

test("once the embargo is over, nothing says that it is secret", () => {
  expect(trafficLight([shownIssue(over)])).toEqual({ colour: "clear" });
});

test("of two issues the one that is still secret keeps the report amber until its own date", () => {
  expect(trafficLight([shownIssue(over), shownIssue({}, { number: 2 })])).toEqual({
    colour: "amber",
    until: addDays(mondayAt, 5),
  });
});

test("of two secret issues no one date is named", () => {
  expect(trafficLight([shownIssue(), shownIssue(unagreed, { number: 2 })])).toEqual({
    colour: "amber",
    until: "several dates",
  });
});

test("an issue that was merged into another counts no more", () => {
  const merged = shownIssue({}, { number: 2, mergedAt: mondayAt, mergedIntoNumber: 1 });
  expect(trafficLight([shownIssue(over), merged])).toEqual({ colour: "clear" });
});
