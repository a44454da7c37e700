import {
  isAnswer,
  organisationStatuses,
  type OrganisationStatusName,
  type StatusAnswer,
} from "#lib/embargo/organisation-status.ts";
import type { KeyRow } from "#components/reports/keys-dialog.tsx";
import type { IconName } from "#components/ui/icon.tsx";
import type { Tone } from "#components/ui/tone.ts";

export interface StatusWords {
  readonly short: string;
  /** What it says, for whoever chooses. */
  readonly meaning: string;
  readonly tone: Tone | "plain";
  readonly icon: IconName;
  /** The key that chooses it while the choice has the focus. */
  readonly key: string;
}

const words: Readonly<Record<StatusAnswer, StatusWords>> = {
  looking: { short: "Looking", meaning: "we are finding out", tone: "note", icon: "search", key: "l" },
  affected: { short: "Affected", meaning: "we ship it, and it is hit", tone: "advice", icon: "warning", key: "a" },
  "not-affected": {
    short: "Not affected",
    meaning: "we ship it, and it is not hit",
    tone: "success",
    icon: "check",
    key: "n",
  },
  "not-shipped": { short: "Not shipped", meaning: "we do not ship it", tone: "plain", icon: "cross", key: "s" },
  "fix-ready": { short: "Fix ready", meaning: "built, and waiting for the date", tone: "note", icon: "lock", key: "f" },
  released: { short: "Released", meaning: "our users have the fix", tone: "success", icon: "success", key: "r" },
};

/** What an organisation can say of itself, in the order in which it usually gets there. */
export const statusAnswers = organisationStatuses.filter(isAnswer);

export function statusWords(answer: StatusAnswer): StatusWords {
  return words[answer];
}

/** Silence is told apart from every answer, and above all from "not affected". */
export const silenceWords: Readonly<Record<Exclude<OrganisationStatusName, StatusAnswer>, string>> = {
  "not-opened": "No answer, not opened",
  opened: "No answer, opened",
};

/** The keys of the choice of a status. */
export const statusKeyRows: readonly KeyRow[] = [
  ...statusAnswers.map((answer) => ({
    keys: [words[answer].key],
    what: `${words[answer].short}: ${words[answer].meaning}`,
    single: true,
  })),
  { keys: ["←", "→"], what: "from one to the next, without choosing it", single: false },
  { keys: ["Enter"], what: "choose the one that has the focus", single: false },
];
