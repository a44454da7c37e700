import type { ReceiptResponse } from "#lib/schema/thread-response.ts";

type Obligation = ReceiptResponse["obligations"][number];

/** What is owed, addressed to the reporter; the second sentence is for when it is late. */
const words: Readonly<Record<string, { readonly what: string; readonly late: string }>> = {
  ACKNOWLEDGE: {
    what: "The list confirms that it has your report",
    late: "It is late with that: ask again, with a message below.",
  },
  SUPPLY_DATE: {
    what: "You propose a date for the disclosure",
    late: "Name one in a message below.",
  },
  POST_ISSUE: {
    what: "You post the issue to oss-security, with enough detail that others can fix it",
    late: "The embargo has ended, so it should be public by now.",
  },
  POST_EXPLOIT: {
    what: "You post the exploit, too",
    late: "It should be public by now.",
  },
};

export interface OwedToReporter {
  readonly what: string;
  /** What to do about it where it is overdue; null where it is not. */
  readonly late: string | null;
}

/** One obligation in words for the reporter. One that this page does not know yet stands as its code, never unsaid. */
export function owedToReporter({ what, dueAt }: Obligation, now: Date): OwedToReporter {
  const known = words[what];
  return { what: known?.what ?? what, late: dueAt <= now ? (known?.late ?? "It is overdue.") : null };
}
