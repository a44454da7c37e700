import type { Policy } from "../policy.ts";
import { ordinaryReminding } from "./_ordinary-reminding.ts";

/**
 * The curl project: at most 7 days from its notice to distros; a fix may be merged in public in the last 48 hours before
 * the release.
 */
export const curl: Policy = {
  version: "curl-00a2109e6e2a",
  name: "curl",
  source: "https://github.com/curl/curl/blob/00a2109e6e2a3080571240c8c0ed7ddfe3782c63/docs/VULN-DISCLOSURE-POLICY.md",

  clockStart: "first-private-post",
  maximumEmbargo: { unit: "day", count: 7 },
  extension: null,
  totalMaximum: null,
  preferredMaximumDays: null,
  minimumNoticeDays: null,
  advisesAtLeastOneDay: false,
  mustProposeDate: true,
  avoidedWeekdays: [],
  avoidedDays: [],
  disclosureHourUtc: null,

  severities: null,
  refusesPublicIssues: true,
  openSourceOnly: false,
  refusesCveOnly: false,
  publicFix: { weight: "refusal", toleratedHours: 48 },
  othersFirst: false,
  kernelTeamFirst: false,
  linuxOnlyList: null,
  asksAboutCve: false,

  maximumExploitDelayDays: null,
  exploitRuleCoversThirdParties: false,
  acknowledgementHours: null,
  ...ordinaryReminding,
  subjectTag: null,
  publicVenue: { name: "curl's security page", href: "https://curl.se/docs/security.html" },
};
