import type { Finding, Rule } from "./finding.ts";
import type { SubmissionFacts } from "./facts.ts";
import type { Policy } from "./policy.ts";
import { alreadyPublic } from "./rules/already-public.ts";
import { cveMentioned } from "./rules/cve-mentioned.ts";
import { cveOnly } from "./rules/cve-only.ts";
import { disclosureDate } from "./rules/disclosure-date.ts";
import { disclosureHoliday } from "./rules/disclosure-holiday.ts";
import { disclosureHour } from "./rules/disclosure-hour.ts";
import { disclosureWeekday } from "./rules/disclosure-weekday.ts";
import { exploitDate } from "./rules/exploit-date.ts";
import { kernelTeam } from "./rules/kernel-team.ts";
import { linuxOnly } from "./rules/linux-only.ts";
import { listChosen } from "./rules/list-chosen.ts";
import { maximumEmbargo } from "./rules/maximum-embargo.ts";
import { minimumNotice } from "./rules/minimum-notice.ts";
import { openSource } from "./rules/open-source.ts";
import { othersTold } from "./rules/others-told.ts";
import { preferredEmbargo } from "./rules/preferred-embargo.ts";
import { publicFix } from "./rules/public-fix.ts";
import { severity } from "./rules/severity.ts";

/** In the order in which the form asks. */
const rules: readonly Rule[] = [
  listChosen,
  linuxOnly,
  alreadyPublic,
  publicFix,
  openSource,
  cveOnly,
  severity,
  othersTold,
  kernelTeam,
  disclosureDate,
  maximumEmbargo,
  minimumNotice,
  preferredEmbargo,
  disclosureWeekday,
  disclosureHoliday,
  disclosureHour,
  exploitDate,
  cveMentioned,
];

/** All that a policy says of these facts: refusals first, then advice, each in the order of the form. */
export function findingsOf(facts: SubmissionFacts, policy: Policy): readonly Finding[] {
  if (Number.isNaN(facts.receivedAt.getTime())) throw new Error("facts without a valid receivedAt");

  const findings = rules.map((rule) => rule.check(facts, policy)).filter((finding) => finding !== null);
  return [...findings.filter(isRefusal), ...findings.filter((finding) => !isRefusal(finding))];
}

/** Whether nothing stands in the way of sending; advice does not. */
export function mayBeSubmitted(findings: readonly Finding[]): boolean {
  return !findings.some(isRefusal);
}

/**
 * Whether a report may be taken without an agreed date (A2): nothing but its date stands in the way, which it lacks or
 * which the policy cannot grant. The list then names one that it can.
 */
export function mayBeTakenProvisionally(findings: readonly Finding[]): boolean {
  return findings.every((finding) => !isRefusal(finding) || isAboutDateAlone(finding));
}

/** Whether a finding speaks of the disclosure's date and of nothing else. */
export function isAboutDateAlone({ problem }: Finding): boolean {
  return problem.field === "proposedDisclosureAt";
}

function isRefusal({ weight }: Finding): boolean {
  return weight === "refusal";
}
