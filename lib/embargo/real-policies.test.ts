import { describe, expect, test } from "vitest";
import { unansweredFacts } from "#lib/policy/facts.ts";
import { findingsOf } from "#lib/policy/findings.ts";
import { curl } from "#lib/policy/policies/curl.ts";
import { distros2012 } from "#lib/policy/policies/distros-2012.ts";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";
import { distros2026 } from "#lib/policy/policies/distros-2026.ts";
import { envoy } from "#lib/policy/policies/envoy.ts";
import { kubernetesDistributors } from "#lib/policy/policies/kubernetes-distributors.ts";
import { linuxKernel } from "#lib/policy/policies/linux-kernel.ts";
import { openstackVmt } from "#lib/policy/policies/openstack-vmt.ts";
import { projectZero } from "#lib/policy/policies/project-zero.ts";
import { rust } from "#lib/policy/policies/rust.ts";
import { xen } from "#lib/policy/policies/xen.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { clockStartOf } from "#lib/policy/submission-clock.ts";
import { member, negotiation, proposed, reporter } from "./_negotiated.ts";
import { latestAllowedAt, mayAnswer, mayPropose } from "./negotiation.ts";

interface Case {
  readonly policy: Policy;
  readonly received: string;
  readonly fixReady?: string;
  readonly isExtensionAgreed?: boolean;
  /** The last instant that may be agreed, worked out by hand. */
  readonly latest: string;
  readonly maximum: string;
}

const cases: readonly Case[] = [
  // Sunday 1 November 2026, as clocks change in the United States: 1 + 14 = 15, a Sunday.
  { policy: distros2017, received: "2026-11-01T23:59:59Z", latest: "2026-11-15T23:59:59Z", maximum: "14 days" },
  // 2028 is a leap year: 20 + 14 = 34, less the 29 days of its February.
  { policy: distros2026, received: "2028-02-20T08:00:00Z", latest: "2028-03-05T08:00:00Z", maximum: "14 days" },
  // 26 January 2012 was a Thursday; 26 + 19 = 45, less 31 of January is the 14th of February, a Tuesday.
  { policy: distros2012, received: "2012-01-26T10:00:00Z", latest: "2012-02-14T10:00:00Z", maximum: "14 days" },
  // 25 January 2012 was a Wednesday, whose reports are not extended: 25 + 14 = 39, less 31.
  { policy: distros2012, received: "2012-01-25T10:00:00Z", latest: "2012-02-08T10:00:00Z", maximum: "14 days" },
  // From the fix on 28 December: 28 + 7 = 35, less 31. When the report came does not count.
  {
    policy: linuxKernel,
    received: "2026-10-01T00:00:00Z",
    fixReady: "2026-12-28T12:00:00Z",
    latest: "2027-01-04T12:00:00Z",
    maximum: "7 days",
  },
  // The same with the exceptional 14 days: 28 + 14 = 42, less 31.
  {
    policy: linuxKernel,
    received: "2026-10-01T00:00:00Z",
    fixReady: "2026-12-28T12:00:00Z",
    isExtensionAgreed: true,
    latest: "2027-01-11T12:00:00Z",
    maximum: "14 days",
  },
  // Saturday 7 November 2026: Monday the 9th to Friday the 13th are five working days, the 16th to the 20th five more.
  { policy: xen, received: "2026-11-07T09:00:00Z", latest: "2026-11-20T09:00:00Z", maximum: "10 working days" },
  // Europe's clocks change on 28 March 2027, in between: 24 + 7 = 31.
  { policy: curl, received: "2027-03-24T18:00:00Z", latest: "2027-03-31T18:00:00Z", maximum: "7 days" },
  // 72 hours are three days, over the night to 25 October 2026 which in Europe has 25 hours: 23 + 3 = 26.
  { policy: rust, received: "2026-10-23T22:30:00Z", latest: "2026-10-26T22:30:00Z", maximum: "72 hours" },
  // Three weeks from a patch of 20 June: 20 + 21 = 41, less the 30 days of June.
  {
    policy: envoy,
    received: "2026-06-01T00:00:00Z",
    fixReady: "2026-06-20T12:00:00Z",
    latest: "2026-07-11T12:00:00Z",
    maximum: "3 weeks",
  },
  // Four weeks where that is agreed: 20 + 28 = 48, less 30.
  {
    policy: envoy,
    received: "2026-06-01T00:00:00Z",
    fixReady: "2026-06-20T12:00:00Z",
    isExtensionAgreed: true,
    latest: "2026-07-18T12:00:00Z",
    maximum: "4 weeks",
  },
  // A patch of 15 August would have until 5 September, but 90 days from the report end first: 29 left of June, 31 of
  // July and 30 of August.
  {
    policy: envoy,
    received: "2026-06-01T00:00:00Z",
    fixReady: "2026-08-15T12:00:00Z",
    isExtensionAgreed: true,
    latest: "2026-08-30T00:00:00Z",
    maximum: "90 days",
  },
  // Without any patch the 90 days run all the same.
  { policy: envoy, received: "2026-06-01T00:00:00Z", latest: "2026-08-30T00:00:00Z", maximum: "90 days" },
  // 26 left of January, 28 of February, 31 of March and 5 of April: 90.
  { policy: projectZero, received: "2026-01-05T10:00:00Z", latest: "2026-04-05T10:00:00Z", maximum: "90 days" },
  // Where the time to install a late fix is agreed: 25 more of April and 5 of May are 120.
  {
    policy: projectZero,
    received: "2026-01-05T10:00:00Z",
    isExtensionAgreed: true,
    latest: "2026-05-05T10:00:00Z",
    maximum: "120 days",
  },
  // 20 left of September, 31 of October, 30 of November and 9 of December: 90.
  { policy: openstackVmt, received: "2026-09-10T15:00:00Z", latest: "2026-12-09T15:00:00Z", maximum: "90 days" },
];

const later = (instant: Date) => new Date(instant.getTime() + 1000);

function given({ policy, received, fixReady, isExtensionAgreed = false }: Omit<Case, "latest" | "maximum">) {
  const receivedAt = new Date(received);
  const facts = {
    ...unansweredFacts(receivedAt),
    fixReadyAt: fixReady === undefined ? null : new Date(fixReady),
    isExtensionAgreed,
  };
  const clockStartsAt = clockStartOf(facts, policy);
  return { facts, negotiated: negotiation({ policy, receivedAt, clockStartsAt, isExtensionAgreed, now: receivedAt }) };
}

describe("a real policy", () => {
  test("is one of eleven", () => {
    expect(new Set([...cases.map(({ policy }) => policy.version), kubernetesDistributors.version]).size).toBe(11);
  });

  test.each(cases.map((each) => ({ ...each, version: each.policy.version })))(
    "allows a report of $received (fix: $fixReady) until $latest under $version, by form, proposal and answer alike",
    (each) => {
      const { facts, negotiated } = given(each);
      const latestAt = new Date(each.latest);
      expect(latestAllowedAt(negotiated)).toEqual(latestAt);

      const tooLongIn = (disclosureAt: Date) =>
        findingsOf({ ...facts, proposedDisclosureAt: disclosureAt }, each.policy).find(
          ({ problem }) => problem.code === "EMBARGO_TOO_LONG",
        );
      const refusal = { code: "EMBARGO_TOO_LONG", facts: { maximum: each.maximum, latestAt: latestAt.toISOString() } };
      const answered = (disclosureAt: Date) =>
        mayAnswer(
          { ...negotiated, records: [proposed(1, reporter, disclosureAt, negotiated.now)] },
          { by: member, proposal: 1, answer: "accept" },
        );

      expect(tooLongIn(latestAt)).toBeUndefined();
      expect(mayPropose(negotiated, { by: member, disclosureAt: latestAt }).ok).toBe(true);
      expect(answered(latestAt).ok).toBe(true);

      expect(tooLongIn(later(latestAt))).toMatchObject({ weight: "refusal", problem: refusal });
      expect(mayPropose(negotiated, { by: member, disclosureAt: later(latestAt) })).toMatchObject({ problem: refusal });
      expect(answered(later(latestAt))).toMatchObject({ problem: refusal });
    },
  );

  test("leaves the Sunday before an extended Monday closed, however a date is named (2012)", () => {
    const { negotiated } = given({ policy: distros2012, received: "2012-01-26T10:00:00Z" });
    const sunday = new Date("2012-02-12T23:59:59Z");
    expect(mayPropose(negotiated, { by: member, disclosureAt: sunday })).toMatchObject({
      problem: { code: "EMBARGO_TOO_LONG", facts: { latestAt: "2012-02-14T10:00:00.000Z" } },
    });
    expect(mayPropose(negotiated, { by: member, disclosureAt: later(sunday) }).ok).toBe(true);
  });

  test("knows no maximum where it has none, or while its clock waits for a fix", () => {
    const kubernetes = given({ policy: kubernetesDistributors, received: "2026-11-02T09:12:31Z" }).negotiated;
    const kernel = given({ policy: linuxKernel, received: "2026-11-02T09:12:31Z" }).negotiated;
    for (const negotiated of [kubernetes, kernel]) {
      expect(latestAllowedAt(negotiated)).toBeNull();
      expect(mayPropose(negotiated, { by: reporter, disclosureAt: new Date("2027-11-02T16:00:00Z") }).ok).toBe(true);
    }
    // Kubernetes promises a week instead: 2 + 7 = 9.
    const notice = (text: string) => mayPropose(kubernetes, { by: reporter, disclosureAt: new Date(text) });
    expect(notice("2026-11-09T09:12:31Z").ok).toBe(true);
    expect(notice("2026-11-09T09:12:30Z")).toMatchObject({
      problem: { code: "NOTICE_TOO_SHORT", facts: { earliestAt: "2026-11-09T09:12:31.000Z" } },
    });
  });

  // Project Zero's own examples: a fix of day 47 is told on day 77, one of day 83 on day 113.
  test.each([
    { day: 77, disclosure: "2026-03-23T10:00:00Z", isExtensionAgreed: false, isAllowed: true }, // 26 + 28 + 23
    { day: 113, disclosure: "2026-04-28T10:00:00Z", isExtensionAgreed: false, isAllowed: false }, // 26 + 28 + 31 + 28
    { day: 113, disclosure: "2026-04-28T10:00:00Z", isExtensionAgreed: true, isAllowed: true },
  ])("tells on day $day where that is agreed ($isExtensionAgreed): $isAllowed (Project Zero)", (each) => {
    const { negotiated } = given({ ...each, policy: projectZero, received: "2026-01-05T10:00:00Z" });
    const disclosureAt = new Date(each.disclosure);
    expect(mayPropose(negotiated, { by: reporter, disclosureAt }).ok).toBe(each.isAllowed);
  });
});
