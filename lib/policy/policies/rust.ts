import type { Policy } from "../policy.ts";
import { ordinaryReminding } from "./_ordinary-reminding.ts";

/**
 * Rust's security response: where distributions are affected they are told on distros, 72 hours ahead. Who has had no reply
 * after 48 hours, or heard nothing for five days, is told to write to others.
 */
export const rust: Policy = {
  version: "rust-086fd078a285",
  name: "Rust security response",
  source:
    "https://github.com/rust-lang/www.rust-lang.org/blob/086fd078a28578ff10864a4394111a8c81352d51/locales/en-US/security.ftl",

  clockStart: "first-private-post",
  maximumEmbargo: { unit: "hour", count: 72 },
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
  acknowledgementHours: 24,
  ...ordinaryReminding,
  progressDays: 5,
  escalation: [{ to: "coordinators", afterHours: 24 }], // of the reply that is due after 24 hours
  subjectTag: null,
  publicVenue: {
    name: "rustlang-security-announcements",
    href: "https://groups.google.com/g/rustlang-security-announcements",
  },
};
