import type { Closing } from "./obligation.ts";
import type { PostingFacts } from "./report-facts.ts";

/** The first posting that is as asked, or null. */
export function firstPosting(
  postings: readonly PostingFacts[],
  isAsked: (posting: PostingFacts) => boolean,
): PostingFacts | null {
  return postings.filter(isAsked).toSorted(earlierFirst)[0] ?? null;
}

/** The last posting that is as asked, or null. */
export function lastPosting(
  postings: readonly PostingFacts[],
  isAsked: (posting: PostingFacts) => boolean,
): PostingFacts | null {
  return postings.filter(isAsked).toSorted(earlierFirst).at(-1) ?? null;
}

export function isMandatory({ kind }: PostingFacts): boolean {
  return kind === "mandatory";
}

/** Whether the exploit is public with it. */
export function bringsExploit({ kind, includesExploit }: PostingFacts): boolean {
  return kind === "exploit" || includesExploit;
}

/** What a posting closes, with its reference as the evidence. */
export function closingBy(posting: PostingFacts | null): Closing | null {
  if (posting === null) return null;
  const kind = /^https?:\/\//i.test(posting.reference) ? "link" : "message-id";
  return { at: posting.postedAt, evidence: { kind, text: posting.reference } };
}

function earlierFirst(left: PostingFacts, right: PostingFacts): number {
  return (
    left.postedAt.getTime() - right.postedAt.getTime() ||
    compared(left.reference, right.reference) ||
    // Somebody may record one posting twice: of what it is said to announce, the sooner counts as said last.
    (right.announcesExploitAt?.getTime() ?? 0) - (left.announcesExploitAt?.getTime() ?? 0)
  );
}

function compared(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
