import { isOwn, type Viewer } from "#components/thread/envelope-words.ts";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";

/** As many of the newest envelopes of a long thread are always shown. */
export const alwaysShown = 20;

type Sent = Pick<ThreadEnvelope, "author" | "authorMember" | "sentAt">;

/**
 * How many envelopes behind the first of a long thread are folded away when it is first shown: those that the viewer has
 * read, but for the newest. What is new to them is never hidden.
 */
export function foldedCount(thread: readonly Sent[], readUntil: Date | null, viewer: Viewer): number {
  const firstNew = thread.findIndex((each) => isNewTo(each, readUntil, viewer));
  const until = Math.min(thread.length - alwaysShown, firstNew === -1 ? thread.length : firstNew);
  const count = until - 1;
  return count < 3 ? 0 : count; // a button in place of one message or two would save nothing
}

/** Whether an envelope is somebody else's and came after what the viewer has read. */
export function isNewTo(envelope: Sent, readUntil: Date | null, viewer: Viewer): boolean {
  return !isOwn(envelope, viewer) && (readUntil === null || envelope.sentAt > readUntil);
}
