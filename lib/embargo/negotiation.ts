import { addDays } from "#lib/base/instant.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused } from "#lib/base/result.ts";
import type { Result } from "#lib/base/result.ts";
import { isBeyondLimit, limitOf, tooLong } from "#lib/policy/embargo-limit.ts";
import type { EmbargoClock } from "#lib/policy/embargo-limit.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { answerableUntil } from "./answer-time.ts";
import { whyNotStarted, whyNotViable } from "./case-state.ts";
import type { CaseState } from "./case-state.ts";
import { embargoOf } from "./embargo.ts";
import type { Embargo, OpenProposal } from "./embargo.ts";
import type { EmbargoStep } from "./embargo-machine.ts";
import type { EmbargoRecord, Speaker } from "./embargo-record.ts";

/** All that decides what may be done about an issue's date. */
export interface Negotiation {
  readonly records: readonly EmbargoRecord[];
  readonly caseState: CaseState;
  /** When the policy's clock started; null while it has not, because no fix is ready yet. */
  readonly clockStartsAt: Date | null;
  readonly receivedAt: Date;
  /** The one under which the issue began. */
  readonly policy: Policy;
  /** Whether the list has granted the exceptional extension that some policies know. */
  readonly isExtensionAgreed: boolean;
  readonly now: Date;
}

export interface NewProposal {
  readonly by: Speaker;
  readonly disclosureAt: Date;
  /** Until when an answer is asked for; left out, or null, that is for the policy to say. */
  readonly answerUntil?: Date | null;
}

export interface Answer {
  readonly by: Speaker;
  readonly proposal: number;
  readonly answer: "accept" | "reject";
}

/** What a page can offer. To take one's own proposal back is recorded as its rejection. */
export type NegotiationAction =
  | { readonly kind: "propose" | "terminate" }
  | { readonly kind: "accept" | "reject" | "take-back"; readonly proposal: number };

type DateProblem = Problem<"DATE_IN_PAST" | "NOTICE_TOO_SHORT" | "EMBARGO_TOO_LONG">;
type StandingProblem = Problem<"EMBARGO_STEP_IMPOSSIBLE" | "EMBARGO_NOT_VIABLE">;

export type ProposalProblem = DateProblem | StandingProblem | Problem<"PROPOSAL_UNCHANGED" | "ANSWER_TIME_UNFIT">;
export type AnswerProblem =
  DateProblem | StandingProblem | Problem<"PROPOSAL_CLOSED" | "OWN_PROPOSAL" | "SHORTER_FIRST">;

/** Whether `by` may name `disclosureAt`: an earlier or a later one than is agreed, as long as the policy allows it. */
export function mayPropose(
  negotiation: Negotiation,
  { disclosureAt, answerUntil = null }: NewProposal,
): Result<null, ProposalProblem> {
  const embargo = embargoOf(negotiation.records, negotiation.now);
  const problem =
    standingProblem(embargo, "propose", negotiation) ??
    dateProblem(disclosureAt, negotiation) ??
    unchangedProblem(embargo, { disclosureAt }) ??
    answerTimeProblem(embargo, { disclosureAt, answerUntil }, negotiation);
  return problem === null ? ok(null) : refused(problem);
}

/**
 * Whether `by` may answer a proposal. The side that made it cannot accept it, but may reject it, which takes it back. A
 * date is judged again when it is accepted, since a fix, or the clock, may have made it too long meanwhile.
 */
export function mayAnswer(negotiation: Negotiation, { by, proposal, answer }: Answer): Result<null, AnswerProblem> {
  const embargo = embargoOf(negotiation.records, negotiation.now);
  const open = embargo.openProposals.find((candidate) => candidate.proposal === proposal);
  if (open === undefined) return refused({ code: "PROPOSAL_CLOSED", clause: "R7", facts: { proposal } });
  if (answer === "reject") return ok(null);

  const problem = acceptanceProblem(embargo, open, by, negotiation);
  return problem === null ? ok(null) : refused(problem);
}

/** Whether an end may be recorded. Also where no embargo stands: what is public before a date is agreed gets none. */
export function mayTerminate({ records, now }: Negotiation): Result<null, Problem<"EMBARGO_STEP_IMPOSSIBLE">> {
  const embargo = embargoOf(records, now);
  return embargo.end === null ? ok(null) : refused(stepAfterEnd("terminate"));
}

/** The latest disclosure that may be agreed now, or null where nothing limits it (R11). */
export function latestAllowedAt(negotiation: Negotiation): Date | null {
  return limitOf(clockOf(negotiation), negotiation.policy)?.latestAt ?? null;
}

/** What `speaker` can do now; a date of their own choice may still be refused. */
export function possibleActions(negotiation: Negotiation, speaker: Speaker): readonly NegotiationAction[] {
  const embargo = embargoOf(negotiation.records, negotiation.now);
  const latestAt = latestAllowedAt(negotiation);
  const mayNameDate =
    standingProblem(embargo, "propose", negotiation) === null && (latestAt === null || latestAt > negotiation.now);

  return [
    ...embargo.openProposals.flatMap((open) => answersTo(open, speaker, negotiation)),
    ...(mayNameDate ? [{ kind: "propose" } as const] : []),
    ...(mayTerminate(negotiation).ok ? [{ kind: "terminate" } as const] : []),
  ];
}

function answersTo({ proposal, by }: OpenProposal, speaker: Speaker, negotiation: Negotiation): NegotiationAction[] {
  if (by.party === speaker.party) return [{ kind: "take-back", proposal }];
  const mayAccept = mayAnswer(negotiation, { by: speaker, proposal, answer: "accept" }).ok;
  return [...(mayAccept ? [{ kind: "accept", proposal } as const] : []), { kind: "reject", proposal }];
}

function acceptanceProblem(
  embargo: Embargo,
  open: OpenProposal,
  by: Speaker,
  negotiation: Negotiation,
): AnswerProblem | null {
  if (by.party === open.by.party) return { code: "OWN_PROPOSAL", clause: "M1", facts: {} };
  return (
    standingProblem(embargo, "accept", negotiation) ??
    dateProblem(open.disclosureAt, negotiation) ??
    shorterProblem(embargo, open, negotiation)
  );
}

/** No embargo begins, and none is prolonged, where it is over or there is nothing left for it to protect (R1). */
function standingProblem(embargo: Embargo, step: EmbargoStep, { caseState }: Negotiation): StandingProblem | null {
  if (embargo.end !== null) return stepAfterEnd(step);
  const because = embargo.agreement === null ? whyNotStarted(caseState) : whyNotViable(caseState);
  return because === null ? null : { code: "EMBARGO_NOT_VIABLE", clause: "R1", facts: { because } };
}

/** What forbids this very date: it has come, the policy promises more notice, or it is beyond the maximum. */
function dateProblem(disclosureAt: Date, negotiation: Negotiation): DateProblem | null {
  const { now, receivedAt, policy } = negotiation;
  if (disclosureAt <= now)
    return {
      code: "DATE_IN_PAST",
      clause: "R7",
      facts: {
        proposedAt: disclosureAt.toISOString(),
        receivedAt: now.toISOString(),
        venue: policy.publicVenue.name,
      },
    };

  const { minimumNoticeDays } = policy;
  const earliestAt = addDays(receivedAt, minimumNoticeDays ?? 0);
  if (minimumNoticeDays !== null && disclosureAt < earliestAt)
    return {
      code: "NOTICE_TOO_SHORT",
      clause: "R7",
      facts: { minimumNoticeDays, earliestAt: earliestAt.toISOString() },
    };

  const limit = limitOf(clockOf(negotiation), policy);
  return limit !== null && isBeyondLimit(disclosureAt, clockOf(negotiation), policy)
    ? tooLong(disclosureAt, limit)
    : null;
}

/** A date already agreed, or already on the table, is there to be kept or answered and not to be proposed. */
function unchangedProblem(
  embargo: Embargo,
  { disclosureAt }: Pick<NewProposal, "disclosureAt">,
): Problem<"PROPOSAL_UNCHANGED"> | null {
  const known = [embargo.disclosureAt, ...embargo.openProposals.map((open) => open.disclosureAt)];
  if (!known.some((instant) => instant?.getTime() === disclosureAt.getTime())) return null;
  return { code: "PROPOSAL_UNCHANGED", clause: "R7", facts: { proposedAt: disclosureAt.toISOString() } };
}

/** An answer can be wanted neither before now nor once none is possible. */
function answerTimeProblem(
  embargo: Embargo,
  { disclosureAt, answerUntil }: Pick<OpenProposal, "disclosureAt" | "answerUntil">,
  { now }: Negotiation,
): Problem<"ANSWER_TIME_UNFIT"> | null {
  const latestAt = answerableUntil(disclosureAt, embargo.disclosureAt);
  if (answerUntil === null || (answerUntil > now && answerUntil <= latestAt)) return null;
  const facts = { wantedBy: answerUntil.toISOString(), now: now.toISOString(), latestAt: latestAt.toISOString() };
  return { code: "ANSWER_TIME_UNFIT", clause: "A2", field: "answerUntil", facts };
}

/** Of two open dates the shorter embargo is considered first, unless its date can no longer be agreed. */
function shorterProblem(
  { openProposals }: Embargo,
  { disclosureAt }: OpenProposal,
  negotiation: Negotiation,
): Problem<"SHORTER_FIRST"> | null {
  const shorter = openProposals.find(
    (open) => open.disclosureAt < disclosureAt && dateProblem(open.disclosureAt, negotiation) === null,
  );
  if (shorter === undefined) return null;
  const facts = { proposal: shorter.proposal, shorterAt: shorter.disclosureAt.toISOString() };
  return { code: "SHORTER_FIRST", clause: "R11", facts };
}

/** The machine writes an end without an embargo as `none`; to people it is as over as any other. */
function stepAfterEnd(step: EmbargoStep): Problem<"EMBARGO_STEP_IMPOSSIBLE"> {
  return { code: "EMBARGO_STEP_IMPOSSIBLE", clause: "M1", facts: { state: "exited", step } };
}

function clockOf({ receivedAt, clockStartsAt, isExtensionAgreed }: Negotiation): EmbargoClock {
  return { receivedAt, startsAt: clockStartsAt, isExtensionAgreed };
}
