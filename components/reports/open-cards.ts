import { ok, type Result } from "#lib/base/result.ts";
import type { OpenedBody, Progress, VaultOpenProblem } from "#lib/pgp/client.ts";
import { cardsResponseSchema, type CardsResponse } from "#lib/schema/member-requests.ts";
import { requestJson, type RequestOptions } from "#components/request/request.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import type { Vault } from "#components/sealing/vault-answer.ts";
import type { RememberedCard } from "./cards-memory.ts";
import type { RowCard } from "./report-row.ts";

export type SealedCard = CardsResponse["cards"][number];

/** So many are opened before the table is drawn again: half a second of RSA-4096. */
const cardsABatch = 20;

/**
 * The sealed cards of the reports after a cursor, newest report first, until all `wanted` reports are passed.
 *
 * @param after - The report before the first one wanted; null for the newest.
 */
export async function fetchCards(
  after: string | null,
  wanted: ReadonlySet<string>,
  options: RequestOptions = {},
): Promise<Result<readonly SealedCard[], ShownProblem>> {
  const cards: SealedCard[] = [];
  for (let cursor = after; ;) {
    const query = cursor === null ? "" : `?after=${encodeURIComponent(cursor)}`;
    const page = await requestJson(`/api/v1/cards${query}`, cardsResponseSchema, options);
    if (!page.ok) return page;
    cards.push(...page.value.cards.filter(({ reportId }) => wanted.has(reportId)));
    cursor = page.value.next;
    if (cursor === null || !wanted.has(cursor)) return ok(cards);
  }
}

export interface OpeningCards {
  readonly cards: readonly SealedCard[];
  readonly vault: Vault;
  /** The server's time. */
  readonly at: Date;
  readonly signal: AbortSignal;
  /** Called after each batch with what came of it, by report id, and how far it has come. */
  readonly onOpened: (cards: ReadonlyMap<string, RememberedCard>, progress: Progress) => void;
}

/** Opens cards in the vault, batch by batch, so that titles appear as they are known. Stops where it is cancelled. */
export async function openCards({ cards, vault, at, signal, onOpened }: OpeningCards): Promise<void> {
  const isStopped = () => signal.aborted; // asked anew each time: it changes while something is awaited
  for (let start = 0; start < cards.length && !isStopped(); start += cardsABatch) {
    const batch = cards.slice(start, start + cardsABatch);
    const bodies = batch.map(({ keyPacket, ...card }) => ({ ...card, keyPackets: [keyPacket] }));
    const outcomes = await vault.ask("open", { bodies, signers: [], at }, { signal });
    if (isStopped()) return;
    const rowCards = await Promise.all(outcomes.map(rowCardOf));
    if (isStopped()) return;
    const opened = batch.flatMap(({ reportId, envelopeId }, index) => {
      const rowCard = rowCards[index];
      return rowCard === undefined ? [] : [[reportId, { envelopeId, rowCard }] as const];
    });
    onOpened(new Map<string, RememberedCard>(opened), {
      done: Math.min(start + cardsABatch, cards.length),
      total: cards.length,
    });
  }
}

/** What an outcome of opening means for the table. */
export async function rowCardOf(outcome: Result<OpenedBody, VaultOpenProblem>): Promise<RowCard> {
  if (!outcome.ok) return { state: isLocked(outcome.problem.code) ? "sealed" : "failed" };
  const { entity, commitment } = outcome.value;
  if (commitment === "mismatch") return { state: "differs" };
  const { parseCard } = await import("#lib/mime/parse-card.ts"); // not before there is one to read
  const card = parseCard(entity);
  return card.ok ? { state: "opened", card: card.value } : { state: "failed" };
}

/** Whether something does not open because nothing at hand opens it, and not because it is broken. */
export function isLocked(code: VaultOpenProblem["code"]): boolean {
  return ["PGP_NOT_UNLOCKED", "PGP_NOT_FOR_THIS_KEY", "PGP_KEY_STUB", "PGP_CANCELLED"].includes(code);
}
