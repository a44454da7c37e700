import { describe, expect, test } from "vitest";
import { addDays } from "#lib/base/instant.ts";
import { accepted, agreedFor, member, mondayAt, otherMember, proposed, reporter, terminated } from "./_negotiated.ts";
import { embargoOf } from "./embargo.ts";
import type { EmbargoRecord } from "./embargo-record.ts";

const day = (days: number) => addDays(mondayAt, days);

/** The list's own date, as it was agreed on another issue. */
const carriedOver: EmbargoRecord = {
  ...(proposed(1, member, day(9)) as EmbargoRecord & { step: "propose" }),
  reason: "carried-over",
};

describe("a date that was agreed on another issue", () => {
  test("is accepted by the list's policy though the list carries it over", () => {
    expect(embargoOf([carriedOver, accepted(1, "policy")], mondayAt)).toMatchObject({
      state: "active",
      disclosureAt: day(9),
    });
  });

  test("is no member's to accept for their own side", () => {
    expect(() => embargoOf([carriedOver, accepted(1, otherMember)], mondayAt)).toThrow("own side");
    expect(embargoOf([carriedOver, accepted(1, reporter)], mondayAt).state).toBe("active");
  });

  test("is the only date of the list's that its policy accepts", () => {
    expect(() => embargoOf([proposed(1, member, day(9)), accepted(1, "policy")], mondayAt)).toThrow("own side");
  });
});

test("an end at its date is written down once it is there, and after no other end", () => {
  const reached = terminated("date-reached", day(9), "policy");
  expect(embargoOf([...agreedFor(9), reached], day(10)).end).toMatchObject({ at: day(9), cause: "date-reached" });
  expect(() => embargoOf([...agreedFor(9), terminated("public", day(3)), reached], day(10))).toThrow("after the end");
  expect(() => embargoOf([...agreedFor(9), terminated("public", day(9))], day(10))).toThrow("after the end");
});
