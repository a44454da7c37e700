/**
 * The last instant until which an answer to a proposal can be waited for, itself included: what is proposed, or what is
 * agreed where that comes sooner, since with it the embargo is over and there is nothing left to answer.
 */
export function answerableUntil(proposedAt: Date, agreedAt: Date | null): Date {
  return agreedAt !== null && agreedAt < proposedAt ? agreedAt : proposedAt;
}
