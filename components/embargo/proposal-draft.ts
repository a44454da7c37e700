import { addHours } from "#lib/base/instant.ts";
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
export function proposalErrors(draft: ProposalDraft, now: Date): ProposalErrors {
  const until = answerUntilOf(draft, now);
  const { disclosureAt, reason, answerTime } = draft;
  const isUseless = until !== null && (until <= now || (disclosureAt !== "" && until > new Date(disclosureAt)));
  return {
    ...(disclosureAt === "" ? { disclosureAt: "Give a date and a time with its zone." } : {}),
    ...(reason === "" ? { reason: "Choose a reason." } : {}),
    ...(answerTime === "named" && until === null ? { answerUntil: "Give the time by which you want an answer." } : {}),
    ...(isUseless ? { answerUntil: "Choose a time between now and the date that you propose." } : {}),
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
