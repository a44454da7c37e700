import type { Obligation } from "#lib/embargo/reporter-obligations.ts";

/** Who owes what, in a few words: `Acknowledge receipt`, by the list. */
export interface OwedWords {
  readonly what: string;
  readonly by: "the list" | "the reporter";
}

const words: Readonly<Record<Obligation["what"], string>> = {
  ACKNOWLEDGE: "Acknowledge receipt",
  SUPPLY_DATE: "Propose a date",
  POST_ISSUE: "Post the issue",
  POST_EXPLOIT: "Post the exploit",
};

/** What an obligation asks, in words. One that this page does not know yet stands as its code, never unsaid. */
export function owedWords({ what, owner }: { readonly what: string; readonly owner: Obligation["owner"] }): OwedWords {
  return { what: isKnown(what) ? words[what] : what, by: owner === "list" ? "the list" : "the reporter" };
}

/** Whether something owed at an instant should have been given by now. On the very instant it is. */
export function isOverdue({ dueAt }: { readonly dueAt: Date }, now: Date): boolean {
  return dueAt <= now;
}

function isKnown(what: string): what is Obligation["what"] {
  return Object.hasOwn(words, what);
}
