import type { SubmissionFacts, ToldParty } from "#lib/policy/facts.ts";
import { submissionFacts, type ClearFacts } from "#lib/schema/clear-facts.ts";
import type { Draft } from "./draft.ts";

/** What the rules of the policy look at, at an instant: everything that was answered, secret or not. */
export function factsOf(draft: Draft, receivedAt: Date): SubmissionFacts {
  const { affectsKernel } = draft;
  return submissionFacts({ ...clearFactsOf(draft), affectsKernel, toldOthers: toldOf(draft) }, receivedAt);
}

/**
 * The answers that leave the browser in clear. That the kernel is affected would name the software, so it travels
 * inside the envelope; its security team is an upstream (R12), and outside no more than that.
 */
export function clearFactsOf(draft: Draft): ClearFacts {
  const { list, isPublic, isOpenSource, cveIsOnlyWish, severity, isLinuxOnly, othersAnswer, fixIsPublic } = draft;
  const { hasExploit, cveWish } = draft;
  return {
    list,
    isPublic,
    isOpenSource,
    cveIsOnlyWish,
    severity,
    isLinuxOnly,
    affectsKernel: null,
    toldOthers: withoutNames(toldOf(draft)),
    othersAnswer,
    fixIsPublic,
    proposedDisclosureAt: instantOf(draft.proposedDisclosureAt),
    hasExploit,
    exploitPublicationAt: hasExploit === true ? instantOf(draft.exploitPublicationAt) : null,
    cveWish,
  };
}

/** The instant that a date field holds, or null. */
export function instantOf(value: string): Date | null {
  return value === "" ? null : new Date(value);
}

/** Who was told, as far as the form still asks: the kernel's team only for the kernel. */
function toldOf({ toldOthers, affectsKernel }: Draft): ToldParty[] | null {
  return toldOthers?.filter((party) => party !== "kernel-security-team" || affectsKernel === true) ?? null;
}

function withoutNames(told: readonly ToldParty[] | null): ToldParty[] | null {
  return told === null
    ? null
    : [...new Set(told.map((party) => (party === "kernel-security-team" ? "upstream" : party)))];
}
