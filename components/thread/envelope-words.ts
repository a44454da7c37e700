import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";

/** Whether an envelope is part of the thread: cards and the notes beside statuses are shown where they belong. */
export function isInThread({ kind }: Pick<ThreadEnvelope, "kind">): boolean {
  return kind !== "card" && kind !== "status";
}

/** Who looks at a thread. */
export type Viewer = { readonly kind: "reporter" } | { readonly kind: "member"; readonly memberId: string };

type Authored = Pick<ThreadEnvelope, "author" | "authorMember">;

/** How a reporter is named wherever a signer or an author is; members are `Ada Lovelace (Debian)`. */
export const reporterName = "the reporter";

export function memberName({ name, organisation }: { readonly name: string; readonly organisation: string }): string {
  return `${name} (${organisation})`;
}

/** Who sent an envelope, by the portal's word, in the name that a signer's certificate goes by. */
export function authorName({ author, authorMember }: Authored): string {
  if (author === "reporter") return reporterName;
  return authorMember === null ? "a member who has left" : memberName(authorMember);
}

const nouns = { report: "Report", message: "Message", exploit: "Exploit", card: "Summary", status: "Note" } as const;

/** `Report from you`, `Message from Ada Lovelace (Debian)`. */
export function envelopeTitle(envelope: Authored & Pick<ThreadEnvelope, "kind">, viewer: Viewer): string {
  return `${nouns[envelope.kind]} from ${isOwn(envelope, viewer) ? "you" : authorName(envelope)}`;
}

export function isOwn({ author, authorMember }: Authored, viewer: Viewer): boolean {
  if (viewer.kind === "reporter") return author === "reporter";
  return author === "member" && authorMember?.id === viewer.memberId;
}
