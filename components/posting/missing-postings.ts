import { addDays } from "#lib/base/instant.ts";
import type { ClauseId } from "#lib/policy/clause.ts";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import type { ShownObligation } from "#lib/schema/obligation.ts";

/** Something that still has to be said in public. */
export interface MissingPosting {
  readonly what: string;
  readonly clauses: readonly ClauseId[];
  /** From when on it is late; null where what was said is itself at fault. */
  readonly dueAt: Date | null;
}

/** What is missing in public of an issue: all that is still owed, and what a posting has announced too late. */
export function missingPostings(
  issue: Pick<ShownIssue, "number" | "postings" | "policy">,
  obligations: readonly ShownObligation[],
): readonly MissingPosting[] {
  const open = obligations.filter(({ issueNumber, closing }) => issueNumber === issue.number && closing === null);
  return [...open.flatMap((owed) => missingOf(owed, issue) ?? []), ...announcedTooLate(issue)];
}

type PostedIssue = Pick<ShownIssue, "postings" | "policy">;

function missingOf({ kind, dueAt }: ShownObligation, issue: PostedIssue): MissingPosting | null {
  if (kind === "POST_ISSUE") return { ...missingIssue(issue), dueAt };
  if (kind === "ANNOUNCE_EXPLOIT") {
    const what = "A word on the exploit: the posting has to contain it, or to say exactly when it follows.";
    return { what, clauses: ["R14", "A12"], dueAt };
  }
  if (kind === "POST_EXPLOIT") {
    return { what: `The exploit${latestText(issue.policy.maximumExploitDelayDays)}.`, clauses: ["R14", "A12"], dueAt };
  }
  return null;
}

function missingIssue({ postings, policy }: PostedIssue): Omit<MissingPosting, "dueAt"> {
  const isPosted = postings.some(({ kind }) => kind === "mandatory");
  return isPosted
    ? {
        what: "The details: a posting has to hold what matters itself, in plain text, and not behind a link. Record the one that adds them.",
        clauses: ["R13", "A11", "C3"],
      }
    : {
        what: `The mandatory posting to ${policy.venue.name}, with enough detail that people outside the list can fix it too.`,
        clauses: ["R13", "A11"],
      };
}

function latestText(days: number | null): string {
  return days === null ? "" : `, at most ${String(days)} days after the mandatory posting`;
}

/** An exploit that a posting announces for later than the policy allows after it. */
function announcedTooLate({ postings, policy }: PostedIssue): readonly MissingPosting[] {
  const days = policy.maximumExploitDelayDays;
  if (days === null) return [];
  const isTooLate = postings.some(
    ({ postedAt, announcesExploitAt }) => announcesExploitAt !== null && announcesExploitAt > addDays(postedAt, days),
  );
  const what = `An earlier time for the exploit: it is announced for more than ${String(days)} days after the posting.`;
  return isTooLate ? [{ what, clauses: ["R14", "A12"], dueAt: null }] : [];
}
