import { describe, expect, test } from "vitest";
import { addDays } from "#lib/base/instant.ts";
import { acceptableFacts } from "../_acceptable-facts.ts";
import type { SubmissionFacts } from "../facts.ts";
import { findingsOf, isAboutDateAlone, mayBeTakenProvisionally } from "../findings.ts";
import { distros2017 } from "../policies/distros-2017.ts";
import type { Policy } from "../policy.ts";

const minuteAt = new Date("2026-11-02T09:12:00Z"); // a Monday, on the minute

function found(facts: Partial<SubmissionFacts>, policy: Partial<Policy> = {}) {
  return findingsOf(acceptableFacts({ receivedAt: minuteAt, ...facts }), { ...distros2017, ...policy });
}
const codes = (...given: Parameters<typeof found>) => found(...given).map(({ problem }) => problem.code);
const mendOf = (code: string, ...given: Parameters<typeof found>) =>
  found(...given).find(({ problem }) => problem.code === code)?.mend;

describe("a policy that does not ask", () => {
  test.each<{ what: string; policy: Partial<Policy>; facts: readonly Partial<SubmissionFacts>[] }>([
    {
      what: "whether it is public",
      policy: { refusesPublicIssues: false },
      facts: [{ isPublic: true }, { isPublic: null }],
    },
    {
      what: "for more than a CVE id",
      policy: { refusesCveOnly: false },
      facts: [{ cveIsOnlyWish: true }, { cveIsOnlyWish: null }],
    },
    {
      what: "for Open Source",
      policy: { openSourceOnly: false },
      facts: [{ isOpenSource: false }, { isOpenSource: null }],
    },
    { what: "for severities", policy: { severities: null }, facts: [{ severity: "low" }, { severity: null }] },
  ])("$what takes every answer and none", ({ policy, facts }) => {
    for (const each of facts) expect(codes(each, policy)).toEqual([]);
  });
});

describe("a date at the very instant of the report", () => {
  test("has come, and nothing else is said of it: neither weekday, nor holiday, nor notice", () => {
    for (const receivedAt of [new Date("2026-11-06T09:00:00Z"), new Date("2026-12-24T09:00:00Z")])
      expect(codes({ receivedAt, proposedDisclosureAt: receivedAt }, { minimumNoticeDays: 2 })).toEqual([
        "DATE_IN_PAST",
      ]);
  });

  test("is not offered either", () => {
    expect(mendOf("DATE_MISSING", { proposedDisclosureAt: null }, { preferredMaximumDays: 0 })).toBeNull();
    const none = { maximumEmbargo: { unit: "hour", count: 0 } } as const;
    const soon = { proposedDisclosureAt: addDays(minuteAt, 1) };
    expect(mendOf("EMBARGO_TOO_LONG", soon, none)).toBeNull();
    expect(mendOf("EMBARGO_OVER_PREFERRED", soon, { preferredMaximumDays: 0 })).toBeNull();
  });
});

describe("a clock that starts when a fix is ready", () => {
  const fixReady = { clockStart: "fix-ready" } as const;
  const readyAt = addDays(minuteAt, -10);

  test("prefers nothing and suggests nothing before it starts", () => {
    expect(codes({ proposedDisclosureAt: addDays(minuteAt, 2) }, fixReady)).toEqual([]);
    expect(mendOf("DATE_MISSING", { proposedDisclosureAt: null }, fixReady)).toBeNull();
  });

  test("may have used up what it prefers before the report came", () => {
    const facts = { fixReadyAt: readyAt, proposedDisclosureAt: addDays(minuteAt, 2) };
    expect(codes(facts, fixReady)).toEqual(["EMBARGO_OVER_PREFERRED"]);
    expect(mendOf("EMBARGO_OVER_PREFERRED", facts, fixReady)).toBeNull();
    expect(codes({ ...facts, proposedDisclosureAt: addDays(minuteAt, -1) }, fixReady)).toEqual(["DATE_IN_PAST"]);
  });
});

test("a notice that ends on the minute is offered as that minute", () => {
  const facts = { proposedDisclosureAt: addDays(minuteAt, 1) };
  expect(mendOf("NOTICE_TOO_SHORT", facts, { minimumNoticeDays: 2 })).toEqual({
    kind: "use-instant",
    instant: addDays(minuteAt, 2),
  });
});

describe("a report is taken without an agreed date", () => {
  test.each<{ what: string; facts: Partial<SubmissionFacts>; isTaken: boolean }>([
    { what: "where nothing is refused", facts: {}, isTaken: true },
    { what: "where it lacks its date alone", facts: { proposedDisclosureAt: null }, isTaken: true },
    { what: "where its date is too far", facts: { proposedDisclosureAt: addDays(minuteAt, 15) }, isTaken: true },
    { what: "whatever is advised beside it", facts: { proposedDisclosureAt: null, toldOthers: [] }, isTaken: true },
    { what: "not where anything else is refused", facts: { isPublic: true }, isTaken: false },
    { what: "not where both are", facts: { isPublic: true, proposedDisclosureAt: null }, isTaken: false },
  ])("$what", ({ facts, isTaken }) => {
    expect(mayBeTakenProvisionally(found(facts))).toBe(isTaken);
  });

  test("since what is said of the date is of nothing else", () => {
    expect(found({ proposedDisclosureAt: null, toldOthers: [] }).map(isAboutDateAlone)).toEqual([true, false]);
  });
});
