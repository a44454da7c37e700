import { addHours } from "#lib/base/instant.ts";
import { answerableUntil } from "#lib/embargo/answer-time.ts";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import type { GivenReason, StepWire } from "#lib/schema/step.ts";

/** For how long an answer is waited for before silence is said to be silence. */
export const answerTimes = ["policy", "24", "48", "72", "named"] as const;

export type AnswerTime = (typeof answerTimes)[number];

export const answerTimeWords: Readonly<Record<AnswerTime, string>> = {
  policy: "In the time that the policy gives",
  "24": "Within 24 hours",
  "48": "Within 48 hours",
  "72": "Within 3 days",
  named: "By a time that I name",
};

/** What somebody has typed of a proposal. */
export interface ProposalDraft {
  /** ISO 8601 text in UTC, or "". */
  readonly disclosureAt: string;
  readonly reason: GivenReason | "";
  readonly answerTime: AnswerTime;
  /** As `disclosureAt`, for a time that is named. */
  readonly answerUntil: string;
}

export const emptyProposal: ProposalDraft = { disclosureAt: "", reason: "", answerTime: "policy", answerUntil: "" };

export interface ProposalErrors {
  readonly disclosureAt?: string;
  readonly reason?: string;
  readonly answerUntil?: string;
}

/** What is missing or cannot be meant; what the policy says of the date is for the portal to say. */
export function proposalErrors(
  draft: ProposalDraft,
  agreed: Pick<ShownIssue["embargo"], "disclosureAt">,
  now: Date,
): ProposalErrors {
  const until = answerUntilOf(draft, now);
  const { disclosureAt, reason, answerTime } = draft;
  const latestAt = latestAnswerAt(draft, agreed);
  const isUseless = until !== null && (until <= now || (latestAt !== null && until > latestAt));
  return {
    ...(disclosureAt === "" ? { disclosureAt: "Give a date and a time with its zone." } : {}),
    ...(reason === "" ? { reason: "Choose a reason." } : {}),
    ...(answerTime === "named" && until === null ? { answerUntil: "Give the time by which you want an answer." } : {}),
    ...(isUseless
      ? { answerUntil: "Choose a time after now, and before the date that is agreed or that you propose." }
      : {}),
  };
}

/** The step that a draft without errors stands for. */
export function proposalStep(
  draft: ProposalDraft,
  { number, revision }: { readonly number: number; readonly revision: number },
  now: Date,
): StepWire {
  const { disclosureAt, reason } = draft;
  return {
    kind: "propose",
    issue: number,
    revision,
    disclosureAt,
    reason: reason === "" ? "other" : reason,
    answerUntil: answerUntilOf(draft, now)?.toISOString() ?? null,
  };
}

/** The last instant at which an answer is of use, or null where no date is there yet that it could come too late for. */
export function latestAnswerAt(
  { disclosureAt }: Pick<ProposalDraft, "disclosureAt">,
  agreed: Pick<ShownIssue["embargo"], "disclosureAt">,
): Date | null {
  return disclosureAt === "" ? agreed.disclosureAt : answerableUntil(new Date(disclosureAt), agreed.disclosureAt);
}

function answerUntilOf({ answerTime, answerUntil }: ProposalDraft, now: Date): Date | null {
  switch (answerTime) {
    case "policy":
      return null;
    case "named":
      return answerUntil === "" ? null : new Date(answerUntil);
    case "24":
    case "48":
    case "72":
      return addHours(now, Number(answerTime));
  }
}
