import type { EndCause, ProposalReason } from "#lib/embargo/embargo-record.ts";
import type { ShownAuthor, ShownIssue } from "#lib/schema/issue-response.ts";
import type { Viewer } from "#components/step/step-desk.ts";

/** Why another date is proposed; what is secret about it goes into a message. */
export const reasonWords: Readonly<Record<ProposalReason, string>> = {
  "date-of-report": "the date that came with the report",
  "fix-needs-time": "the fix needs time",
  "fix-is-ready": "the fix is ready",
  "others-need-time": "others need time",
  "risk-of-leak": "it may leak",
  "better-hour": "a better day or hour",
  "policy-limit": "the latest that the policy allows",
  "carried-over": "carried over from another issue of the report",
  other: "another reason",
};

/** What ended an embargo, as a sentence. */
export const causeWords: Readonly<Record<EndCause, string>> = {
  public: "The issue is public.",
  "exploit-public": "An exploit is public.",
  "attacks-seen": "Attacks have been seen.",
  withdrawn: "The issue was withdrawn.",
  published: "The issue was posted publicly.",
  merged: "The issue was merged into another one.",
  "date-reached": "Its date has come.",
};

type Cve = ShownIssue["cve"]["state"];

export const cveStateWords: Readonly<Record<Cve, string>> = {
  unknown: "Not said yet",
  wanted: "Wanted from the list",
  elsewhere: "Asked for elsewhere",
  assigned: "Assigned",
  "not-needed": "Not needed",
};

/** Words for a member of a closed set; a member that this page does not know yet stands as it is named. */
export function wordsOf(words: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name;
}

/** Who did something, for the middle of a sentence. */
export function authorText({ party, name }: ShownAuthor, viewer: Viewer): string {
  switch (party) {
    case "reporter":
      return viewer === "reporter" ? "you" : "the reporter";
    case "policy":
      return "the list’s standing policy";
    case "list":
      return name ?? "a member who has left";
  }
}

/** Who has to answer what `by` proposed: the other side. */
export function answererSentence({ party }: ShownAuthor, viewer: Viewer): string {
  if (party === "reporter") return viewer === "reporter" ? "The list answers" : "You answer, or another member";
  return viewer === "reporter" ? "You answer" : "The reporter answers";
}

/** For the beginning of a sentence. */
export function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
