import { createHash } from "node:crypto";

/** An event as the chain knows it: every field as the text that its hash is made of. */
export interface ChainedEvent {
  readonly id: string;
  /** `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
  readonly at: string;
  readonly kind: string;
  readonly actorKind: string;
  readonly memberId: string | null;
  readonly reportId: string | null;
  /** As PostgreSQL writes its jsonb. */
  readonly facts: string;
  /** Of the event before; empty for the first. */
  readonly previousHash: string;
  readonly hash: string;
}

/** What is wrong with a chain, each by the number of the event at which it shows. */
export type ChainFault =
  /** The event is not what it was when it was written. */
  | { readonly code: "EVENT_CHANGED"; readonly id: string }
  /** What stood right before the event is gone. */
  | { readonly code: "EVENT_MISSING_BEFORE"; readonly id: string }
  /** The event claims a place that another has. */
  | { readonly code: "EVENT_OUT_OF_ORDER"; readonly id: string }
  /** What stood after the event, the newest that is left, is gone. */
  | { readonly code: "EVENT_MISSING_AFTER"; readonly id: string | null }
  /** The chain does not lead through the hash that somebody wrote down earlier. */
  | { readonly code: "EARLIER_HEAD_MISSING"; readonly hash: string };

export interface ChainOutcome {
  readonly count: number;
  /** The hash of the newest event; whoever keeps it elsewhere can later prove that nothing before it was touched. */
  readonly head: string;
  readonly faults: readonly ChainFault[];
}

/** The SHA-256 of an event and of the hash before it, in hexadecimal; the same as migration 0003_event_chain makes. */
export function eventHash(event: Omit<ChainedEvent, "hash">): string {
  const { previousHash, id, at, kind, actorKind, memberId, reportId, facts } = event;
  const fields = [previousHash, id, at, kind, actorKind, memberId ?? "-", reportId ?? "-", facts];
  return createHash("sha256").update(fields.join("\n")).digest("hex");
}

/**
 * Follows the chain from its first event to its newest. The order is the links' and not the numbers': of two that write
 * at once the one with the higher number may come first.
 *
 * @param head - What PostgreSQL holds as the hash of the newest event; empty where there is none.
 * @param earlierHead - A head that was written down before and must still be passed; null for none.
 */
export async function checkEventChain(
  events: AsyncIterable<ChainedEvent>,
  head: string,
  earlierHead: string | null,
): Promise<ChainOutcome> {
  const changed: ChainFault[] = [];
  const links: Link[] = [];
  for await (const event of events) {
    if (eventHash(event) !== event.hash) changed.push({ code: "EVENT_CHANGED", id: event.id });
    links.push({ id: event.id, hash: event.hash, previousHash: event.previousHash });
  }
  const faults = [...changed, ...linkFaults(links, head)];
  if (earlierHead !== null && !links.some(({ hash }) => hash === earlierHead)) {
    faults.push({ code: "EARLIER_HEAD_MISSING", hash: earlierHead });
  }
  return { count: links.length, head, faults };
}

type Link = Pick<ChainedEvent, "id" | "hash" | "previousHash">;

function linkFaults(links: readonly Link[], head: string): readonly ChainFault[] {
  const hashes = new Set(["", ...links.map(({ hash }) => hash)]);
  const taken = new Set<string>();
  const faults: ChainFault[] = [];
  for (const { id, previousHash } of links) {
    if (!hashes.has(previousHash)) faults.push({ code: "EVENT_MISSING_BEFORE", id });
    else if (taken.has(previousHash)) faults.push({ code: "EVENT_OUT_OF_ORDER", id });
    taken.add(previousHash);
  }
  const newest = links.findLast(({ hash }) => !taken.has(hash));
  if (head !== (newest?.hash ?? "")) faults.push({ code: "EVENT_MISSING_AFTER", id: newest?.id ?? null });
  return faults;
}
