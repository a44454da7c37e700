import type { OthersAnswer, ToldParty } from "#lib/policy/facts.ts";
import type { ClearFacts } from "#lib/schema/clear-facts.ts";

/** One thing that leaves the browser unencrypted: a term, and its value in words or as an instant. */
export interface ClearRow {
  readonly term: string;
  readonly details: string | Date;
}

/** Words for the answers, the same in the form and wherever what was answered is shown. */
export const severityWords = { low: "Low", medium: "Medium", high: "High" } as const;

export const toldWords: Readonly<Record<ToldParty, string>> = {
  upstream: "The upstream project",
  "other-distributions": "Other vendors or distributions",
  "other-projects": "Other projects that are affected",
  "kernel-security-team": "The Linux kernel’s security team",
};

export const othersWords: Readonly<Record<OthersAnswer, string>> = {
  accepted: "They accept it",
  opposed: "Somebody does not accept it",
  "not-asked": "I have not asked them",
  "disclosing-anyway": "I shall disclose soon in any case",
};

export const cveWords = {
  has: "There is one",
  wants: "I should like one from the list",
  requested: "One has been requested elsewhere",
  none: "None is needed",
} as const;

/** Every clear fact with its value, in the order of the form; what was not answered says so. */
export function clearRows(facts: ClearFacts, listTitle: string): readonly ClearRow[] {
  const { toldOthers, othersAnswer, exploitPublicationAt, hasExploit } = facts;
  return [
    { term: "List", details: listTitle },
    { term: "Concerns Linux alone", details: yesNo(facts.isLinuxOnly) },
    { term: "Already public", details: yesNo(facts.isPublic) },
    { term: "A fix is public", details: yesNo(facts.fixIsPublic) },
    { term: "Open Source software", details: yesNo(facts.isOpenSource) },
    { term: "A CVE id is the only wish", details: yesNo(facts.cveIsOnlyWish) },
    { term: "Severity", details: facts.severity === null ? notSaid : severityWords[facts.severity] },
    { term: "Told already", details: toldText(toldOthers) },
    { term: "What they say to 14 days", details: othersAnswer === null ? notSaid : othersWords[othersAnswer] },
    { term: "Proposed disclosure", details: facts.proposedDisclosureAt ?? notSaid },
    { term: "There is an exploit", details: yesNo(hasExploit) },
    ...(exploitPublicationAt === null ? [] : [{ term: "Exploit public from", details: exploitPublicationAt }]),
    { term: "CVE id", details: facts.cveWish === null ? notSaid : cveWords[facts.cveWish] },
  ];
}

const notSaid = "Not answered";

function yesNo(answer: boolean | null): string {
  if (answer === null) return notSaid;
  return answer ? "Yes" : "No";
}

function toldText(told: readonly ToldParty[] | null): string {
  if (told === null) return notSaid;
  return told.length === 0 ? "Nobody yet" : told.map((party) => toldWords[party]).join(", ");
}
