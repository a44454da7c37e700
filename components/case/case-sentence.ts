import { whyNotStarted, whyNotViable, type CaseFact } from "#lib/embargo/case-state.ts";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { factWords } from "./fact-words.ts";
import { isKeptSecret } from "#components/embargo/issue-standing.ts";

export interface CaseSentence {
  /** `open`: an embargo may start, or stands; `shut`: none can; `over`: it is over, and nothing recorded says that by itself. */
  readonly stand: "open" | "shut" | "over";
  readonly text: string;
}

/** What the facts of a case say of an embargo: whether one may start, whether one stands. */
export function caseSentence(issue: Pick<ShownIssue, "facts" | "embargo" | "mergedAt">): CaseSentence {
  const { facts, embargo } = issue;
  const state: ReadonlySet<CaseFact> = new Set(facts.map(({ fact }) => fact));
  const ending = whyNotViable(state);
  if (ending !== null) {
    const text = `${upperFirst(factWords[ending].clause)}: no embargo can start or stand, and nothing is left to wait for.`;
    return { stand: "shut", text };
  }
  if (!isKeptSecret(issue)) {
    return { stand: "over", text: "The embargo is over. Nothing on record says yet that the issue is public." };
  }

  const stands = embargo.state === "active" || embargo.state === "revise";
  const isDeployed = whyNotStarted(state) !== null;
  if (stands && isDeployed) {
    return { stand: "open", text: "The embargo stands. The fix is deployed, so what is left is to tell of it." };
  }
  if (stands) return { stand: "open", text: "The embargo stands: nothing is public, and no attacks have been seen." };
  return isDeployed
    ? { stand: "shut", text: "The fix is deployed: no embargo can start any more." }
    : { stand: "open", text: "An embargo may start: nothing is public, and no attacks have been seen." };
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
