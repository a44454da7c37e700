import type { Obligation } from "#lib/embargo/obligation.ts";

/** Who owes what, in a few words: `Acknowledge receipt`, by the list. */
export interface OwedWords {
  readonly what: string;
  readonly by: "the list" | "the reporter";
}

const words: Readonly<Record<Obligation["kind"], string>> = {
  ACKNOWLEDGE: "Acknowledge receipt",
  SUPPLY_DATE: "Propose a date",
  ANSWER_PROPOSAL: "Answer the proposed date",
  REPORT_PROGRESS: "Report progress",
  DISCLOSE: "Make the issue public",
  POST_ISSUE: "Post the issue",
  ANNOUNCE_EXPLOIT: "Say when the exploit follows",
  POST_EXPLOIT: "Post the exploit",
  TELL_LEAK: "Tell of the leak",
  INVESTIGATE_LEAK: "Look into the leak",
  REPORT_LEAK: "Report on the leak",
};

/** What an obligation asks, in words. */
export function owedWords({ kind, owner }: Pick<Obligation, "kind" | "owner">): OwedWords {
  return { what: words[kind], by: owner === "list" ? "the list" : "the reporter" };
}

/** Whether something owed at an instant should have been given by now. On the very instant it is. */
export function isOverdue({ dueAt }: { readonly dueAt: Date }, now: Date): boolean {
  return dueAt <= now;
}
