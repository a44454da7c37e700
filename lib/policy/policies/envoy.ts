import type { Policy } from "../policy.ts";
import { ordinaryReminding } from "./_ordinary-reminding.ts";

/**
 * Envoy's distributors: three weeks from a candidate patch, four in exceptional cases, and 90 days from the report in
 * all. Receipt is confirmed within a business day, which ends three days on where a weekend is in between. The policy
 * avoids major holidays and the ends of quarters without naming days; these are ours.
 */
export const envoy: Policy = {
  version: "envoy-0c189e1a7ad4",
  name: "Envoy distributors",
  source: "https://github.com/envoyproxy/envoy/blob/0c189e1a7ad4de4d15ffa410d5bb7146e680cd5b/SECURITY.md",

  clockStart: "fix-ready",
  maximumEmbargo: { unit: "week", count: 3 },
  extension: { condition: "agreed", maximum: { unit: "week", count: 4 } },
  totalMaximum: { unit: "day", count: 90 },
  preferredMaximumDays: null,
  minimumNoticeDays: null,
  advisesAtLeastOneDay: false,
  mustProposeDate: false,
  avoidedWeekdays: [],
  avoidedDays: [
    { from: "12-24", until: "01-01", name: "the last week of the year" },
    { from: "03-31", until: "03-31", name: "the end of a quarter" },
    { from: "06-30", until: "06-30", name: "the end of a quarter" },
    { from: "09-30", until: "09-30", name: "the end of a quarter" },
  ],
  disclosureHourUtc: null,

  severities: null,
  refusesPublicIssues: true,
  openSourceOnly: false,
  refusesCveOnly: false,
  publicFix: null,
  othersFirst: false,
  kernelTeamFirst: false,
  linuxOnlyList: null,
  asksAboutCve: false,

  maximumExploitDelayDays: null,
  exploitRuleCoversThirdParties: false,
  acknowledgementHours: 72,
  ...ordinaryReminding,
  subjectTag: null,
  publicVenue: { name: "envoy-announce", href: "https://groups.google.com/g/envoy-announce" },
};
