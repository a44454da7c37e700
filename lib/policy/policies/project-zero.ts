import type { Policy } from "../policy.ts";
import { ordinaryReminding } from "./_ordinary-reminding.ts";

/**
 * Project Zero: 90 days from the vendor's notice. A fix that comes within them, or within 14 days of grace that are
 * agreed, has 30 days to be installed; nothing waits longer than 120. Its seven days for what is attacked are no embargo
 * here, since attacks end one.
 */
export const projectZero: Policy = {
  version: "project-zero-2021",
  name: "Google Project Zero",
  source: "https://googleprojectzero.blogspot.com/p/vulnerability-disclosure-policy.html",

  clockStart: "first-private-post",
  maximumEmbargo: { unit: "day", count: 90 },
  extension: { condition: "agreed", maximum: { unit: "day", count: 120 } },
  totalMaximum: null,
  preferredMaximumDays: null,
  minimumNoticeDays: null,
  advisesAtLeastOneDay: false,
  mustProposeDate: false,
  avoidedWeekdays: [],
  avoidedDays: [],
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
  acknowledgementHours: null,
  ...ordinaryReminding,
  subjectTag: null,
  publicVenue: { name: "Project Zero's tracker", href: "https://project-zero.issues.chromium.org/" },
};
