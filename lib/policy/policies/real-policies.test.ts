import { describe, expect, test } from "vitest";
import { addDays, dayMs } from "#lib/base/instant.ts";
import { acceptableFacts, mondayAt } from "../_acceptable-facts.ts";
import type { SubmissionFacts } from "../facts.ts";
import { findingsOf } from "../findings.ts";
import { latestDisclosureAt } from "../latest-instant.ts";
import type { Policy } from "../policy.ts";
import { curl } from "./curl.ts";
import { distros2012 } from "./distros-2012.ts";
import { distros2017 } from "./distros-2017.ts";
import { distros2026 } from "./distros-2026.ts";
import { envoy } from "./envoy.ts";
import { kubernetesDistributors } from "./kubernetes-distributors.ts";
import { linuxKernel } from "./linux-kernel.ts";
import { openstackVmt } from "./openstack-vmt.ts";
import { projectZero } from "./project-zero.ts";
import { rust } from "./rust.ts";
import { xen } from "./xen.ts";

const second = 1000;
const policies = [
  ...[distros2017, distros2012, distros2026, linuxKernel, kubernetesDistributors, xen, curl],
  ...[rust, envoy, projectZero, openstackVmt],
];

function codesOf(policy: Policy, changed: Partial<SubmissionFacts>) {
  return findingsOf(acceptableFacts(changed), policy).map(({ problem, weight }) => `${weight} ${problem.code}`);
}

const afterMonday = (ms: number) => new Date(mondayAt.getTime() + ms);

describe("every policy", () => {
  test("has a version of its own", () => {
    expect(new Set(policies.map(({ version }) => version)).size).toBe(policies.length);
  });

  test.each(policies)("is plain data: $version", (policy) => {
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  });

  test.each(policies)("reminds in the order of time and names days of the year: $version", (policy) => {
    const hours = policy.escalation.map(({ afterHours }) => afterHours);
    expect(hours).toEqual(hours.toSorted((left, right) => left - right));
    expect(policy.reminderHoursBefore).toEqual(policy.reminderHoursBefore.toSorted((left, right) => right - left));
    expect(policy.reminderHoursAfter).toEqual(policy.reminderHoursAfter.toSorted((left, right) => left - right));
    for (const { from, until } of policy.avoidedDays)
      for (const day of [from, until]) expect(new Date(`2028-${day}T00:00:00Z`).toISOString()).toContain(day);
  });
});

describe("the rule of 2012", () => {
  // 26 January 2012 was a Thursday.
  test.each([
    { report: "2012-01-25T10:00:00Z", disclosure: "2012-02-08T10:00:00Z", codes: [], why: "Wednesday, 14 days" },
    {
      report: "2012-01-25T10:00:00Z",
      disclosure: "2012-02-13T10:00:00Z",
      codes: ["refusal EMBARGO_TOO_LONG"],
      why: "a Wednesday's report is not extended",
    },
    { report: "2012-01-26T10:00:00Z", disclosure: "2012-02-09T10:00:00Z", codes: [], why: "Thursday, 14 days" },
    {
      report: "2012-01-26T10:00:00Z",
      disclosure: "2012-02-09T10:00:01Z",
      codes: ["refusal EMBARGO_TOO_LONG"],
      why: "still the Thursday",
    },
    {
      report: "2012-01-26T10:00:00Z",
      disclosure: "2012-02-12T23:59:59Z",
      codes: ["refusal EMBARGO_TOO_LONG"],
      why: "the Sunday",
    },
    { report: "2012-01-26T10:00:00Z", disclosure: "2012-02-13T00:00:00Z", codes: [], why: "the Monday" },
    { report: "2012-01-26T10:00:00Z", disclosure: "2012-02-14T10:00:00Z", codes: [], why: "the Tuesday, 19 days" },
    {
      report: "2012-01-26T10:00:00Z",
      disclosure: "2012-02-14T10:00:01Z",
      codes: ["refusal EMBARGO_TOO_LONG"],
      why: "19 days and a second",
    },
    {
      report: "2012-01-27T10:00:00Z",
      disclosure: "2012-02-14T23:59:59Z",
      codes: [],
      why: "Friday's report, the Tuesday",
    },
    {
      report: "2012-01-27T10:00:00Z",
      disclosure: "2012-02-15T00:00:00Z",
      codes: ["refusal EMBARGO_TOO_LONG"],
      why: "Friday's report, the Wednesday",
    },
    {
      report: "2012-01-28T10:00:00Z",
      disclosure: "2012-02-13T10:00:00Z",
      codes: ["refusal EMBARGO_TOO_LONG"],
      why: "a Saturday's report is not extended",
    },
  ])("$report to $disclosure ($why) gives $codes", ({ report, disclosure, codes }) => {
    expect(codesOf(distros2012, { receivedAt: new Date(report), proposedDisclosureAt: new Date(disclosure) })).toEqual(
      codes,
    );
  });

  test.each(Array.from({ length: 14 }, (_, days) => addDays(new Date("2012-01-20T17:31:00Z"), days)))(
    "passes the latest disclosure for a report of %s, and not a second more",
    (receivedAt) => {
      const latestAt = latestDisclosureAt(receivedAt, distros2012) ?? receivedAt;
      expect(codesOf(distros2012, { receivedAt, proposedDisclosureAt: latestAt })).toEqual([]);
      const later = new Date(latestAt.getTime() + second);
      expect(codesOf(distros2012, { receivedAt, proposedDisclosureAt: later })).toEqual(["refusal EMBARGO_TOO_LONG"]);
    },
  );
});

describe("the Linux kernel's policy", () => {
  const fixReadyAt = addDays(mondayAt, 60);

  test.each([
    { what: "no clock runs before the fix", changed: { proposedDisclosureAt: addDays(mondayAt, 300) }, codes: [] },
    { what: "7 days from the fix", changed: { fixReadyAt, proposedDisclosureAt: addDays(fixReadyAt, 7) }, codes: [] },
    {
      what: "7 days and a second",
      changed: { fixReadyAt, proposedDisclosureAt: addDays(fixReadyAt, 7 + second / dayMs) },
      codes: ["refusal EMBARGO_TOO_LONG"],
    },
    {
      what: "14 days where that is agreed",
      changed: { fixReadyAt, isExtensionAgreed: true, proposedDisclosureAt: addDays(fixReadyAt, 14) },
      codes: [],
    },
    {
      what: "14 days and a second where 14 are agreed",
      changed: { fixReadyAt, isExtensionAgreed: true, proposedDisclosureAt: addDays(fixReadyAt, 14 + second / dayMs) },
      codes: ["refusal EMBARGO_TOO_LONG"],
    },
    { what: "no date at all", changed: { proposedDisclosureAt: null }, codes: [] },
  ])("$what: $codes", ({ changed, codes }) => {
    expect(codesOf(linuxKernel, changed)).toEqual(codes);
  });

  test("no agreement extends the 2017 policy", () => {
    const changed = { isExtensionAgreed: true, proposedDisclosureAt: afterMonday(14 * dayMs + second) };
    expect(codesOf(distros2017, changed)).toEqual(["refusal EMBARGO_TOO_LONG"]);
  });
});

describe("the policy of Kubernetes' distributors", () => {
  test.each([
    { disclosure: "2026-11-09T09:12:30Z", codes: ["refusal NOTICE_TOO_SHORT", "advice DISCLOSURE_HOUR_UNUSUAL"] },
    { disclosure: "2026-11-09T09:12:31Z", codes: ["advice DISCLOSURE_HOUR_UNUSUAL"] },
    { disclosure: "2026-11-10T16:00:00Z", codes: [] },
    { disclosure: "2026-11-13T16:00:00Z", codes: ["advice DISCLOSURE_ON_WEEKEND"] },
    { disclosure: "2026-11-26T16:00:00Z", codes: [] },
    { disclosure: "2026-12-01T16:00:00Z", codes: ["advice EMBARGO_OVER_PREFERRED"] },
    { disclosure: "2027-11-30T16:00:00Z", codes: ["advice EMBARGO_OVER_PREFERRED"] },
  ])("a disclosure at $disclosure gives $codes", ({ disclosure, codes }) => {
    expect(codesOf(kubernetesDistributors, { proposedDisclosureAt: new Date(disclosure) })).toEqual(codes);
  });
});

describe("Xen's policy", () => {
  test.each([
    { what: "two working weeks", ms: 14 * dayMs, codes: [] },
    { what: "two working weeks and a second", ms: 14 * dayMs + second, codes: ["refusal EMBARGO_TOO_LONG"] },
    { what: "an earlier date", ms: dayMs, codes: [] },
  ])("$what from a Monday gives $codes", ({ ms, codes }) => {
    expect(codesOf(xen, { proposedDisclosureAt: afterMonday(ms) })).toEqual(codes);
  });
});

describe("curl's policy", () => {
  test.each([
    { what: "7 days", changed: { proposedDisclosureAt: afterMonday(7 * dayMs) }, codes: [] },
    {
      what: "7 days and a second",
      changed: { proposedDisclosureAt: afterMonday(7 * dayMs + second) },
      codes: ["refusal EMBARGO_TOO_LONG"],
    },
    {
      what: "a fix merged 48 hours ahead",
      changed: { fixIsPublic: true, proposedDisclosureAt: afterMonday(2 * dayMs) },
      codes: [],
    },
    {
      what: "a fix merged 48 hours and a second ahead",
      changed: { fixIsPublic: true, proposedDisclosureAt: afterMonday(2 * dayMs + second) },
      codes: ["refusal FIX_PUBLIC"],
    },
    { what: "low severity", changed: { severity: "low" as const }, codes: [] },
  ])("$what gives $codes", ({ changed, codes }) => {
    expect(codesOf(curl, changed)).toEqual(codes);
  });
});

describe("OpenStack's policy", () => {
  // 7 December 2026 is a Monday, 25 a Friday.
  test.each([
    { disclosure: "2026-12-08T15:00:00Z", codes: [] },
    { disclosure: "2026-12-08T14:59:00Z", codes: ["advice DISCLOSURE_HOUR_UNUSUAL"] },
    { disclosure: "2026-12-07T15:00:00Z", codes: ["advice DISCLOSURE_ON_WEEKEND"] },
    { disclosure: "2026-12-25T15:00:00Z", codes: ["advice DISCLOSURE_ON_WEEKEND", "advice DISCLOSURE_ON_HOLIDAY"] },
    { disclosure: "2027-01-31T09:12:31Z", codes: ["advice DISCLOSURE_HOUR_UNUSUAL"] }, // 28 + 31 + 31: 90 days
    { disclosure: "2027-01-31T09:12:32Z", codes: ["refusal EMBARGO_TOO_LONG", "advice DISCLOSURE_HOUR_UNUSUAL"] },
  ])("a disclosure at $disclosure gives $codes", ({ disclosure, codes }) => {
    expect(codesOf(openstackVmt, { proposedDisclosureAt: new Date(disclosure) })).toEqual(codes);
  });
});

describe("the distros' policy of 2026", () => {
  test("differs from that of 2017 in public fixes, and has exploits follow whoever shared them, as that does", () => {
    expect(codesOf(distros2017, { fixIsPublic: true })).toEqual(["advice FIX_PUBLIC"]);
    expect(codesOf(distros2026, { fixIsPublic: true })).toEqual(["refusal FIX_PUBLIC"]);
    expect([distros2017, distros2026].map((policy) => policy.exploitRuleCoversThirdParties)).toEqual([true, true]);
    expect(codesOf(distros2026, { proposedDisclosureAt: afterMonday(14 * dayMs + second) })).toEqual([
      "refusal EMBARGO_TOO_LONG",
    ]);
  });
});

describe("Rust's policy", () => {
  test.each([
    { what: "72 hours", ms: 3 * dayMs, codes: [] },
    { what: "72 hours and a second", ms: 3 * dayMs + second, codes: ["refusal EMBARGO_TOO_LONG"] },
  ])("$what gives $codes", ({ ms, codes }) => {
    expect(codesOf(rust, { proposedDisclosureAt: afterMonday(ms) })).toEqual(codes);
  });
});

describe("Envoy's policy", () => {
  const fixReadyAt = addDays(mondayAt, 80);

  test.each([
    { what: "no date at all", changed: { proposedDisclosureAt: null }, codes: [] },
    { what: "90 days without a patch", changed: { proposedDisclosureAt: addDays(mondayAt, 90) }, codes: [] },
    {
      what: "90 days and a second without a patch",
      changed: { proposedDisclosureAt: afterMonday(90 * dayMs + second) },
      codes: ["refusal EMBARGO_TOO_LONG"],
    },
    {
      what: "three weeks from a patch of day 80",
      changed: { fixReadyAt, proposedDisclosureAt: addDays(fixReadyAt, 21) },
      codes: ["refusal EMBARGO_TOO_LONG"],
    },
  ])("$what: $codes", ({ changed, codes }) => {
    expect(codesOf(envoy, changed)).toEqual(codes);
  });
});
