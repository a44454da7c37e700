import type { Policy } from "../policy.ts";
import { ordinaryReminding } from "./_ordinary-reminding.ts";

/**
 * The private list of Kubernetes distributors: told at least a week ahead, usually one to four, with no maximum;
 * disclosures are made at 16:00 UTC and not from Friday to Sunday.
 */
export const kubernetesDistributors: Policy = {
  version: "kubernetes-distributors-0280c8c50718",
  name: "Kubernetes distributors",
  source:
    "https://github.com/kubernetes/committee-security-response/blob/0280c8c50718b77f960638e624d6cc96e41bd8d7/private-distributors-list.md",

  clockStart: "first-private-post",
  maximumEmbargo: null,
  extension: null,
  totalMaximum: null,
  preferredMaximumDays: 28,
  minimumNoticeDays: 7,
  advisesAtLeastOneDay: false,
  mustProposeDate: true,
  avoidedWeekdays: ["Friday", "Saturday", "Sunday"],
  avoidedDays: [],
  disclosureHourUtc: 16,

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
  acknowledgementHours: 24,
  ...ordinaryReminding,
  reminderHoursBefore: [24], // the only one this policy names
  subjectTag: null,
  publicVenue: {
    name: "kubernetes-security-announce",
    href: "https://groups.google.com/g/kubernetes-security-announce",
  },
};
