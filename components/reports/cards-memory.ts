import type { Vault } from "#components/sealing/vault-answer.ts";
import type { RowCard } from "./report-row.ts";

/** A card that was opened in this tab, and of which envelope. */
export interface RememberedCard {
  readonly envelopeId: string;
  readonly rowCard: RowCard;
}

interface Memory {
  readonly lockedCount: number;
  /** By report id. */
  readonly cards: Map<string, RememberedCard>;
}

const memories = new WeakMap<Vault, Memory>();

/**
 * The cards that were opened in this tab, so that coming back to the table shows their titles at once.
 *
 * @param lockedCount - How often all was locked: what was opened before the last time is forgotten.
 */
export function rememberedCards(vault: Vault, lockedCount: number): Map<string, RememberedCard> {
  const known = memories.get(vault);
  if (known?.lockedCount === lockedCount) return known.cards;
  const cards = new Map<string, RememberedCard>();
  memories.set(vault, { lockedCount, cards });
  return cards;
}
