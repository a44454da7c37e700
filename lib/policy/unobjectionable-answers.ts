import type { SubmissionFacts, ToldParty } from "./facts.ts";

/**
 * Answers to the policy's questions, dates and CVE ids aside, of which the 2017 policy has nothing to say: what the
 * demo's reports and the tests' answer unless they are about an answer.
 */
export const unobjectionableAnswers = {
  list: "distros",
  isPublic: false,
  isOpenSource: true,
  cveIsOnlyWish: false,
  severity: "high",
  isLinuxOnly: false,
  affectsKernel: false,
  toldOthers: ["upstream"] as ToldParty[],
  othersAnswer: "accepted",
  fixIsPublic: false,
  hasExploit: false,
} as const satisfies Partial<SubmissionFacts>;
