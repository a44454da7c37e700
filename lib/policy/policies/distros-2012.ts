import type { Policy } from "../policy.ts";
import { ordinaryReminding } from "./_ordinary-reminding.ts";

/**
 * The rule of January 2012: 14 days, or up to 19 where a report came on a Thursday or a Friday and its date was moved to
 * a Monday or a Tuesday. Only the announcement was readable, so what it does not speak of is not asked here.
 */
export const distros2012: Policy = {
  version: "distros-2012-01-20",
  name: "distros and linux-distros, January 2012",
  source: "https://www.openwall.com/lists/oss-security/2012/01/20/12",

  clockStart: "first-private-post",
  maximumEmbargo: { unit: "day", count: 14 },
  extension: {
    condition: "weekdays",
    reportedOn: ["Thursday", "Friday"],
    disclosedOn: ["Monday", "Tuesday"],
    maximum: { unit: "day", count: 19 },
  },
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
  publicVenue: { name: "oss-security", href: "https://www.openwall.com/lists/oss-security/" },
};
