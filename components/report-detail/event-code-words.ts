import { obligationKinds, type ObligationKind } from "#lib/embargo/obligation.ts";

/** The codes that an event's facts hold, in words. What a later version has added stands as it is named. */
export const codeWords = {
  cve: (state: unknown) => wordOf(cveStates, state),
  status: (status: unknown) => wordOf(statuses, status),
  triage: (question: unknown, answer: unknown) => `${wordOf(questions, question)}: ${wordOf(answers, answer)}`,
  dutyWork: (duty: unknown, outcome: unknown) =>
    `${wordOf(outcomes, outcome)} ${typeof duty === "string" ? duty : "?"}`,
  obligation(kind: unknown, words: (kind: ObligationKind) => string): string {
    const known = obligationKinds.find((each) => each === kind);
    return known === undefined ? String(kind) : words(known);
  },
};

const cveStates: Readonly<Record<string, string>> = {
  wanted: "asked for a CVE id",
  elsewhere: "said that a CVE id is asked for elsewhere",
  assigned: "recorded the CVE id",
  "not-needed": "said that no CVE id is needed",
};

const statuses: Readonly<Record<string, string>> = {
  looking: "looking into it",
  affected: "affected",
  "not-affected": "not affected",
  "not-shipped": "not shipped",
  "fix-ready": "fix ready",
  released: "released",
};

const questions: Readonly<Record<string, string>> = {
  valid: "valid",
  complete: "complete",
  "date-within-policy": "date within policy",
  "public-or-low": "public or of low severity",
  "others-told": "others told",
  "linux-only": "Linux alone",
  "several-issues": "several issues",
  "cve-assigned": "CVE id",
  "cve-asked": "CVE id",
};

const answers: Readonly<Record<string, string>> = {
  yes: "yes",
  no: "no",
  asked: "asked for",
  "earlier-named": "an earlier one was named",
  public: "public",
  low: "of low severity",
  neither: "neither",
  "nobody-else": "nobody else has to be",
  "all-told": "all are",
  "asked-reporter": "the reporter was asked",
  one: "one issue",
  separated: "separated",
  "kept-together": "kept together",
  assigned: "assigned",
  "by-another-cna": "by another CNA",
  "not-needed": "not needed",
  "requested-elsewhere": "requested elsewhere",
  "none-needed": "none needed",
};

const outcomes: Readonly<Record<string, string>> = {
  taken: "took duty",
  done: "did duty",
  "nothing-found": "did and found nothing for duty",
};

function wordOf(words: Readonly<Record<string, string>>, code: unknown): string {
  if (typeof code !== "string") return "?";
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}
