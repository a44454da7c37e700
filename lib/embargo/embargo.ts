import { expectOk } from "#lib/base/result.ts";
import { embargoAfter } from "./embargo-machine.ts";
import type { EmbargoState, EmbargoStep } from "./embargo-machine.ts";
import type { EmbargoRecord, EndCause, ProposalReason, Speaker, StandingPolicy } from "./embargo-record.ts";

/** A date that somebody has named and that is neither answered nor replaced. */
export interface OpenProposal {
  readonly proposal: number;
  readonly at: Date;
  readonly by: Speaker;
  readonly disclosureAt: Date;
  readonly reason: ProposalReason;
  readonly answerUntil: Date | null;
}

export interface Agreement {
  readonly proposal: number;
  /** When it was accepted. */
  readonly at: Date;
  readonly proposedBy: Speaker;
  readonly acceptedBy: Speaker | StandingPolicy;
}

export interface EmbargoEnd {
  readonly at: Date;
  readonly cause: EndCause;
  readonly by: Speaker | StandingPolicy;
  readonly evidence: string | null;
}

/** What the steps of a negotiation have come to. */
export interface Embargo {
  readonly state: EmbargoState;
  /** The agreed disclosure, also after the end; null where nothing was agreed. */
  readonly disclosureAt: Date | null;
  readonly agreement: Agreement | null;
  /** At most one of each party, the shorter first. */
  readonly openProposals: readonly OpenProposal[];
  /** Also where there was no embargo to end, because the issue was public before any date was agreed. */
  readonly end: EmbargoEnd | null;
}

/** An embargo with the steps that the machine took to it, which are more than the records where one closes several. */
interface Course extends Embargo {
  readonly trace: readonly EmbargoStep[];
  readonly lastProposal: number;
}

const untouched: Course = {
  state: "none",
  disclosureAt: null,
  agreement: null,
  openProposals: [],
  end: null,
  trace: [],
  lastProposal: 0,
};

/**
 * The embargo that `records`, in the order in which they were made, have led to by `now`. It is over at the very instant
 * of its date, whether or not anything has been recorded then. Throws on records that the machine does not allow, since
 * they are written only after {@link mayPropose} and its siblings have allowed them.
 */
export function embargoOf(records: readonly EmbargoRecord[], now: Date): Embargo {
  const { state, disclosureAt, agreement, openProposals, end } = courseOf(records, now);
  return { state, disclosureAt, agreement, openProposals, end };
}

/** The steps of the published machine that the records stand for: a trace which its table allows. */
export function machineTrace(records: readonly EmbargoRecord[], now: Date): readonly EmbargoStep[] {
  return courseOf(records, now).trace;
}

function courseOf(records: readonly EmbargoRecord[], now: Date): Course {
  const last = records.reduce((course, record) => afterRecord(onceReached(course, record.at), record), untouched);
  return onceReached(last, now);
}

function afterRecord(course: Course, record: EmbargoRecord): Course {
  if (course.end !== null) {
    // A job may write down the end that the date brought about by itself.
    if (record.step === "terminate" && record.cause === "date-reached" && course.end.cause === "date-reached")
      return course;
    throw new Error(`${record.step} recorded after the end`);
  }

  switch (record.step) {
    case "propose":
      return afterProposal(course, record);
    case "accept":
      return afterAcceptance(course, record);
    case "reject":
      return afterRejection(course, record);
    case "terminate":
      if (record.cause === "date-reached") throw new Error("the end at a date recorded before that date");
      return ended(course, { at: record.at, cause: record.cause, by: record.by, evidence: record.evidence });
  }
}

/** A party's new proposal replaces its own open one; the other party's stays beside it. */
function afterProposal(course: Course, record: Extract<EmbargoRecord, { step: "propose" }>): Course {
  const { step: _, ...proposal } = record;
  if (record.proposal <= course.lastProposal) throw new Error(`number ${String(record.proposal)} proposed again`);

  const others = course.openProposals.filter(({ by }) => by.party !== record.by.party);
  return {
    ...stepped(course, "propose"),
    openProposals: [...others, proposal].toSorted(shorterFirst),
    lastProposal: record.proposal,
  };
}

/** What is accepted closes everything else: what still seems better must be proposed anew. */
function afterAcceptance(course: Course, record: Extract<EmbargoRecord, { step: "accept" | "reject" }>): Course {
  const accepted = openProposal(course, record.proposal);
  const party = record.by === "policy" ? "list" : record.by.party;
  // What is carried over from another issue was agreed there by both sides.
  const isOwnSide = party === accepted.by.party && !(record.by === "policy" && accepted.reason === "carried-over");
  if (isOwnSide) throw new Error(`proposal ${String(record.proposal)} accepted by its own side`);

  return {
    ...stepped(course, "accept"),
    disclosureAt: accepted.disclosureAt,
    agreement: { proposal: record.proposal, at: record.at, proposedBy: accepted.by, acceptedBy: record.by },
    openProposals: [],
  };
}

/** Closes one proposal. The machine knows of one at a time, so to it the other is proposed again. */
function afterRejection(course: Course, record: Extract<EmbargoRecord, { step: "accept" | "reject" }>): Course {
  const rejected = openProposal(course, record.proposal);
  const openProposals = course.openProposals.filter((open) => open !== rejected);
  return {
    ...(openProposals.length === 0 ? stepped(course, "reject") : stepped(course, "reject", "propose")),
    openProposals,
  };
}

/** Where no embargo stands there is nothing to terminate: the machine only sees what is still proposed refused. */
function ended(course: Course, end: EmbargoEnd): Course {
  const stands = course.state === "active" || course.state === "revise";
  const step = stands ? "terminate" : "reject";
  const over = stands || course.state === "proposed" ? stepped(course, step) : course;
  return { ...over, openProposals: [], end };
}

function onceReached(course: Course, instant: Date): Course {
  const { disclosureAt, end } = course;
  if (end !== null || disclosureAt === null || instant < disclosureAt) return course;
  return ended(course, { at: disclosureAt, cause: "date-reached", by: "policy", evidence: null });
}

function stepped(course: Course, ...steps: readonly EmbargoStep[]): Course {
  const state = steps.reduce((from, step) => expectOk(embargoAfter(from, step)), course.state);
  return { ...course, state, trace: [...course.trace, ...steps] };
}

function openProposal({ openProposals }: Course, proposal: number): OpenProposal {
  const open = openProposals.find((candidate) => candidate.proposal === proposal);
  if (open === undefined) throw new Error(`answer to proposal ${String(proposal)}, which is not open`);
  return open;
}

/** Of two dates the shorter embargo is considered first; of two alike, the one named first. */
function shorterFirst(left: OpenProposal, right: OpenProposal): number {
  return left.disclosureAt.getTime() - right.disclosureAt.getTime() || left.proposal - right.proposal;
}
