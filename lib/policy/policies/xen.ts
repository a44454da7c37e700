import type { Policy } from "../policy.ts";
import { ordinaryReminding } from "./_ordinary-reminding.ts";

/** The Xen project's predisclosure list: two working weeks from the advisory to the list. An earlier date is honoured. */
export const xen: Policy = {
  version: "xen-predisclosure",
  name: "Xen predisclosure list",
  source: "https://xenproject.org/developers/security-policy/",

  clockStart: "first-private-post",
  maximumEmbargo: { unit: "working-day", count: 10 },
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
  publicVenue: { name: "xen-announce", href: "https://xenbits.xen.org/xsa/" },
};
