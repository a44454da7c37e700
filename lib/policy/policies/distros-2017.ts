import type { Policy } from "../policy.ts";
import { ordinaryReminding } from "./_ordinary-reminding.ts";

/** The policy of distros and linux-distros as of 2 August 2017, which the clauses put in words. The default. */
export const distros2017: Policy = {
  version: "distros-2017-08-02",
  name: "distros and linux-distros, August 2017",
  source: "https://oss-security.openwall.org/wiki/mailing-lists/distros",

  clockStart: "first-private-post", // R11
  maximumEmbargo: { unit: "day", count: 14 }, // R11
  extension: null,
  totalMaximum: null,
  preferredMaximumDays: 7, // R11
  minimumNoticeDays: null,
  advisesAtLeastOneDay: true,
  mustProposeDate: true, // R7
  avoidedWeekdays: ["Friday", "Saturday", "Sunday"],
  // Two short ranges, so that a date within the preferred week can nearly always be offered.
  avoidedDays: [
    { from: "12-24", until: "12-26", name: "the Christmas holidays" },
    { from: "12-31", until: "01-01", name: "the turn of the year" },
  ],
  disclosureHourUtc: null,

  severities: ["medium", "high"], // R4
  refusesPublicIssues: true, // R1
  openSourceOnly: true, // R2
  refusesCveOnly: true, // R3
  publicFix: { weight: "advice", toleratedHours: 0 }, // A3
  othersFirst: true, // R12
  kernelTeamFirst: true, // R12
  linuxOnlyList: "linux-distros", // R5
  asksAboutCve: true, // A8

  maximumExploitDelayDays: 7, // R14
  exploitRuleCoversThirdParties: true, // A12 speaks of any exploit shared on the list
  acknowledgementHours: 48, // R8
  ...ordinaryReminding,
  subjectTag: "[vs]", // R6
  publicVenue: { name: "oss-security", href: "https://www.openwall.com/lists/oss-security/" }, // R13
};
