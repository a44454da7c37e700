import type { Policy } from "../policy.ts";
import { ordinaryReminding } from "./_ordinary-reminding.ts";

/**
 * OpenStack's vulnerability management team: 90 days from the report, published at 15:00 UTC, neither on a Monday nor on
 * a Friday. Holiday periods are avoided too; the policy names none, so the one here is ours.
 */
export const openstackVmt: Policy = {
  version: "openstack-vmt-eb4136b179c8",
  name: "OpenStack vulnerability management team",
  source: "https://github.com/openstack/ossa/blob/eb4136b179c8abbb28a2d140e2832c4f8e4263fd/doc/source/vmt-process.rst",

  clockStart: "first-private-post",
  maximumEmbargo: { unit: "day", count: 90 },
  extension: null,
  totalMaximum: null,
  preferredMaximumDays: null,
  minimumNoticeDays: null,
  advisesAtLeastOneDay: false,
  mustProposeDate: false,
  avoidedWeekdays: ["Monday", "Friday"],
  avoidedDays: [{ from: "12-24", until: "01-01", name: "the last week of the year" }],
  disclosureHourUtc: 15,

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
  publicVenue: {
    name: "openstack-announce",
    href: "https://lists.openstack.org/mailman3/lists/openstack-announce.lists.openstack.org/",
  },
};
