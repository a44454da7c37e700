import { clauseOf, type ClauseId } from "#lib/policy/clause.ts";
import type { DutyOutcome } from "#lib/policy/duty.ts";
import type { Contribution } from "#lib/schema/organisation-page.ts";

const outcomes: Readonly<Record<DutyOutcome, string>> = {
  taken: "taken on",
  done: "done",
  "nothing-found": "done, nothing found",
};

const statuses: Readonly<Record<Extract<Contribution, { kind: "status" }>["status"], string>> = {
  "not-opened": "not opened",
  opened: "opened",
  looking: "looking into it",
  affected: "affected",
  "not-affected": "not affected",
  "not-shipped": "not shipped",
  "fix-ready": "fix ready",
  released: "fix released",
};

export interface ContributionWords {
  readonly what: string;
  /** Under which duty it was done; null for an answer, which everybody owes. */
  readonly duty: ClauseId | null;
}

/** What an organisation did, in words: `Review and test: done, nothing found` (T3). */
export function contributionWords(contribution: Contribution): ContributionWords {
  switch (contribution.kind) {
    case "acknowledged":
      return { what: "Confirmed receipt", duty: "A1" };
    case "duty": {
      const { duty, outcome } = contribution;
      return { what: `${clauseOf(duty).title}: ${outcomes[outcome]}`, duty };
    }
    case "status": {
      const { issueNumber, status } = contribution;
      return { what: `Answered for issue ${String(issueNumber)}: ${statuses[status]}`, duty: null };
    }
  }
}

export interface ContributionCounts {
  readonly acknowledgements: number;
  /** Done, with or without a find; what was only taken on is not counted. */
  readonly dutiesDone: number;
  readonly answers: number;
}

/** How often an organisation did what. */
export function countContributions(contributions: readonly Contribution[]): ContributionCounts {
  const count = (isCounted: (each: Contribution) => boolean) => contributions.filter(isCounted).length;
  return {
    acknowledgements: count(({ kind }) => kind === "acknowledged"),
    dutiesDone: count((each) => each.kind === "duty" && each.outcome !== "taken"),
    answers: count(({ kind }) => kind === "status"),
  };
}
