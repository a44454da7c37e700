import { factWords } from "#components/case/fact-words.ts";
import { owedWords } from "#components/reports/owed-words.ts";
import type { TimelineEvent } from "#lib/schema/report-page.ts";
import type { EventKind } from "#lib/schema/event-kind.ts";
import { codeWords } from "./event-code-words.ts";

/** One event of a report's record, in words: who, and what they did. */
export interface TimelineWords {
  readonly who: string;
  readonly did: string;
}

/** Names for the ids that an event's facts hold. */
export interface TimelineNames {
  readonly members: ReadonlyMap<string, string>;
  /** Envelopes by id, such as `the report`. */
  readonly envelopes: ReadonlyMap<string, string>;
  /** Of the report: where there is one only, its number says nothing. */
  readonly issueCount: number;
}

/** What happened, in words; a kind of a later version stands as it is named, never left out. */
export function timelineWords(event: TimelineEvent, names: TimelineNames): TimelineWords {
  const did = isKnown(event.kind) ? deeds[event.kind](event.facts, names) : event.kind;
  return { who: whoOf(event), did };
}

function whoOf({ actorKind, memberName }: TimelineEvent): string {
  if (memberName !== null) return memberName;
  if (actorKind === "reporter") return "The reporter";
  return actorKind === "member" || actorKind === "coordinator" ? "A member who has left" : "The portal";
}

function isKnown(kind: string): kind is EventKind {
  return Object.hasOwn(deeds, kind);
}

type Facts = TimelineEvent["facts"];

/** What somebody did, after their name. Exhaustive: a new kind does not compile until it has words. */
const deeds: Readonly<Record<EventKind, (facts: Facts, names: TimelineNames) => string>> = {
  "report-received": ({ door }) =>
    door === "api" ? "sent the report, sealed with a program of their own" : "sent the report",
  "report-acknowledged": () => "acknowledged receipt",
  "message-sent": messageWords,
  "card-added": () => "gave the report a title",
  "ticket-added": ({ envelope }, { envelopes }) =>
    `added ticket and commitment to ${nameOf(envelope, envelopes, "an envelope")}`,
  "access-granted": ({ envelope, member }, { envelopes, members }) =>
    `granted ${nameOf(envelope, envelopes, "an envelope")} to ${nameOf(member, members, "a member who has left")}`,
  "reply-address-changed": () => "changed the mail address for notices",
  "reporter-certificate-added": () => "added a certificate, to which replies are sealed from then on",
  "organisation-enrolled": () => "enrolled an organisation",
  "member-enrolled": ({ member }, { members }) => `enrolled ${nameOf(member, members, "a member who has left")}`,
  "member-removed": ({ member }, { members }) => `removed ${nameOf(member, members, "a member")}`,
  "certificate-replaced": ({ member }, { members }) =>
    `replaced the certificate of ${nameOf(member, members, "a member who has left")}`,
  "roster-published": () => "signed a new roster",
  "coordinator-pinned": () => "let a coordinator’s signature count",
  "coordinator-unpinned": () => "let a coordinator’s signature count no more",
  "embargo-proposed": (facts, names) => `proposed ${dateOf(facts["disclosureAt"])}${ofIssue(facts, names)}`,
  "embargo-accepted": (facts, names) => `accepted ${proposalOf(facts)}${ofIssue(facts, names)}`,
  "embargo-rejected": (facts, names) => `rejected ${proposalOf(facts)}, or took it back${ofIssue(facts, names)}`,
  "embargo-ended": (facts, names) => `recorded that the embargo is over${becauseOf(facts)}${ofIssue(facts, names)}`,
  "extension-agreed": (facts, names) => `agreed to the exceptional extension${ofIssue(facts, names)}`,
  "case-fact-recorded": (facts, names) => `recorded that ${factOf(facts)}${ofIssue(facts, names)}`,
  "posting-recorded": (facts, names) => `recorded ${postingOf(facts)}${ofIssue(facts, names)}`,
  "posting-taken-back": (facts, names) => `took back a posting that had been recorded${ofIssue(facts, names)}`,
  "issue-split": ({ issue, number }) => `split issue ${numberText(number)} out of issue ${numberText(issue)}`,
  "issues-merged": ({ issue, into }) => `merged issue ${numberText(issue)} into issue ${numberText(into)}`,
  "issue-withdrawn": (facts, names) =>
    names.issueCount > 1 ? `withdrew issue ${numberText(facts["issue"])}` : "withdrew the report",
  "exploit-shared": (facts, names) => `recorded that ${exploitOf(facts)}${ofIssue(facts, names)}`,
  "exploit-taken-back": (facts, names) => `took back that an exploit was shared${ofIssue(facts, names)}`,
  "cve-changed": (facts, names) => `${codeWords.cve(facts["state"])}${ofIssue(facts, names)}`,
  "organisation-status-changed": (facts, names) =>
    `said of their distribution: ${codeWords.status(facts["status"])}${ofIssue(facts, names)}`,
  "triage-answered": ({ question, answer }) => `answered the checklist: ${codeWords.triage(question, answer)}`,
  "publication-preferred": () => "gave the last word needed: the list would much rather see it published now",
  "discussion-moved": ({ from, to }) => `moved the discussion from ${textOf(from)} to ${textOf(to)}`,
  "leak-recorded": () => "recorded a leak",
  "obligation-closed": (facts) => `closed “${owedOf(facts)}”`,
  "obligation-reopened": (facts) => `opened “${owedOf(facts)}” again`,
  "duty-work-recorded": ({ duty, outcome }) => codeWords.dutyWork(duty, outcome),
  "duty-offered": ({ duty }) => `offered to hold duty ${textOf(duty)}`,
  "duty-offer-withdrawn": ({ duty }) => `withdrew the offer to hold duty ${textOf(duty)}`,
  "duty-assigned": ({ duty }) => `assigned duty ${textOf(duty)}`,
  "signed-in": () => "signed in",
  "signed-out": () => "signed out",
  "calendar-address-made": () => "made a calendar address",
  "calendar-address-revoked": () => "revoked a calendar address",
};

function messageWords({ kind, toReporter }: Facts): string {
  if (kind === "status") return "sealed a note to the list";
  const what = kind === "exploit" ? "sent an exploit" : "sent a message";
  return toReporter === true ? `${what} to the reporter and the list` : `${what} to the list`;
}

function ofIssue({ issue }: Facts, { issueCount }: TimelineNames): string {
  return issueCount > 1 ? ` (issue ${numberText(issue)})` : "";
}

function dateOf(disclosureAt: unknown): string {
  const at = typeof disclosureAt === "string" ? new Date(disclosureAt) : null;
  return at === null || Number.isNaN(at.getTime())
    ? "a date"
    : `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function proposalOf({ proposal }: Facts): string {
  return typeof proposal === "number" ? `proposal ${String(proposal)}` : "a proposal";
}

function becauseOf({ cause }: Facts): string {
  if (cause === "date-reached") return ": its date has come";
  return typeof cause === "string" && isFact(cause) ? `: ${factWords[cause].clause}` : "";
}

function factOf({ fact }: Facts): string {
  return typeof fact === "string" && isFact(fact) ? factWords[fact].clause : textOf(fact);
}

function isFact(text: string): text is keyof typeof factWords {
  return Object.hasOwn(factWords, text);
}

function postingOf({ posting }: Facts): string {
  return posting === "exploit" ? "the exploit’s posting" : "the mandatory posting";
}

function exploitOf({ by }: Facts): string {
  return by === "other" ? "somebody other than the reporter shared an exploit" : "the reporter shared an exploit";
}

function owedOf({ what }: Facts): string {
  return codeWords.obligation(what, (kind) => owedWords({ kind, owner: "list" }).what);
}

function numberText(number: unknown): string {
  return typeof number === "number" ? String(number) : "?";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "?";
}

function nameOf(id: unknown, names: ReadonlyMap<string, string>, otherwise: string): string {
  return typeof id === "string" ? (names.get(id) ?? otherwise) : otherwise;
}
