import type { MemberId } from "#lib/base/id.ts";
import type { ClauseId } from "#lib/policy/clause.ts";
import type { CveWish } from "#lib/policy/facts.ts";
import type { Policy } from "#lib/policy/policy.ts";

/** What may be answered to each question of a new report's checklist, A1 to A8. Closed sets, since they are in clear. */
export interface TriageAnswers {
  /** Whether it is a report that the list takes (A1). */
  readonly valid: "yes" | "no";
  /** Whether it says what is needed; what is missing is asked for (A1). */
  readonly complete: "yes" | "asked";
  /** Whether the date is one; an earlier one is named where not (A2). */
  readonly "date-within-policy": "yes" | "earlier-named";
  /** Whether secrecy still serves anybody (A3). */
  readonly "public-or-low": "public" | "low" | "neither";
  readonly "others-told": "nobody-else" | "all-told" | "asked-reporter";
  readonly "linux-only": "yes" | "no";
  readonly "several-issues": "one" | "separated" | "kept-together";
  readonly "cve-assigned": "assigned" | "by-another-cna" | "not-needed";
  readonly "cve-asked": "asked" | "requested-elsewhere" | "none-needed";
}

export type TriageQuestion = keyof TriageAnswers;

const clauses: Readonly<Record<TriageQuestion, ClauseId>> = {
  valid: "A1",
  complete: "A1",
  "date-within-policy": "A2",
  "public-or-low": "A3",
  "others-told": "A4",
  "linux-only": "A5",
  "several-issues": "A6",
  "cve-assigned": "A7",
  "cve-asked": "A8",
};

export const triageQuestions = Object.keys(clauses) as readonly TriageQuestion[];

/** One member's answer to one question, in the order given. A later one of the same member replaces it. */
export type TriageAnswer = {
  [Question in TriageQuestion]: {
    readonly question: Question;
    readonly answer: TriageAnswers[Question];
    readonly memberId: MemberId;
    readonly at: Date;
  };
}[TriageQuestion];

/** What a report's own words and date answer without anybody's looking. */
export interface TriageFacts {
  readonly policy: Policy;
  /** The name of the list that was told. */
  readonly list: string | null;
  readonly cveWish: CveWish | null;
  /** Whether a date is agreed, or proposed and acceptable. */
  readonly isDateWithinPolicy: boolean;
}

export type TriageState =
  | { readonly step: "open" }
  /** There is nothing to ask: the report answers it, or the policy does not want to know. */
  | { readonly step: "settled" }
  | { readonly step: "answered"; readonly answer: TriageAnswer }
  /** A3 only: public or minor in the eyes of some, and so many more members must say the same. */
  | {
      readonly step: "claimed";
      readonly answer: TriageAnswer;
      readonly confirmedBy: readonly MemberId[];
      readonly needed: number;
    }
  /** A3 only: from `at` on the reporter is to hear that the list would much rather see it published now. */
  | {
      readonly step: "confirmed";
      readonly answer: TriageAnswer;
      readonly confirmedBy: readonly MemberId[];
      readonly at: Date;
    };

export interface TriageEntry {
  readonly question: TriageQuestion;
  readonly clause: ClauseId;
  readonly state: TriageState;
}

/** The checklist of a report, in the order of the clauses. `answers` are in the order in which they were given. */
export function triageOf(answers: readonly TriageAnswer[], facts: TriageFacts): readonly TriageEntry[] {
  return triageQuestions.map((question) => {
    const given = answers.filter((answer) => answer.question === question);
    return { question, clause: clauses[question], state: stateOf(question, given, facts) };
  });
}

function stateOf(question: TriageQuestion, given: readonly TriageAnswer[], facts: TriageFacts): TriageState {
  const last = given.at(-1);
  if (last === undefined) return { step: isSettled(question, facts) ? "settled" : "open" };
  return question === "public-or-low" ? claimState(given, last, facts.policy) : { step: "answered", answer: last };
}

function isSettled(question: TriageQuestion, { policy, list, cveWish, isDateWithinPolicy }: TriageFacts): boolean {
  switch (question) {
    case "date-within-policy":
      return isDateWithinPolicy;
    case "linux-only":
      return policy.linuxOnlyList === null || policy.linuxOnlyList === list;
    case "cve-assigned":
      return cveWish !== null && cveWish !== "wants";
    case "cve-asked":
      return cveWish !== null || !policy.asksAboutCve;
    case "valid":
    case "complete":
    case "public-or-low":
    case "others-told":
    case "several-issues":
      return false;
  }
}

/** Whoever says first that it is public or minor claims it; every other member who says so too confirms it (A3). */
function claimState(given: readonly TriageAnswer[], last: TriageAnswer, { confirmations }: Policy): TriageState {
  const [claim, ...others] = standingAnswers(given).filter(({ answer }) => answer !== "neither");
  if (claim === undefined) return { step: "answered", answer: last };

  const confirmedBy = others.map(({ memberId }) => memberId);
  if (confirmedBy.length < confirmations)
    return { step: "claimed", answer: claim, confirmedBy, needed: confirmations - confirmedBy.length };
  return { step: "confirmed", answer: claim, confirmedBy, at: (others[confirmations - 1] ?? claim).at };
}

/** Each member's last word, in the order of these. */
function standingAnswers(given: readonly TriageAnswer[]): readonly TriageAnswer[] {
  return given.filter(({ memberId }, index) => given.findLastIndex((other) => other.memberId === memberId) === index);
}
