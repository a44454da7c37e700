import type { Policy } from "../policy.ts";
import { ordinaryReminding } from "./_ordinary-reminding.ts";

/**
 * The Linux kernel's security team: 7 days from the moment a robust fix exists, 14 in exceptional cases that the team
 * agrees to. It publishes no exploit without the reporter's consent, so it sets no time for one.
 */
export const linuxKernel: Policy = {
  version: "linux-kernel-3e93d5bbcbfc",
  name: "Linux kernel security team",
  source:
    "https://github.com/torvalds/linux/blob/3e93d5bbcbfc3808f83712c0701f9d4c148cc8ed/Documentation/process/security-bugs.rst",

  clockStart: "fix-ready",
  maximumEmbargo: { unit: "day", count: 7 },
  extension: { condition: "agreed", maximum: { unit: "day", count: 14 } },
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
  publicVenue: { name: "the kernel's public mailing lists", href: "https://lore.kernel.org/" },
};
