import type { ReceiptResponse } from "#lib/schema/thread-response.ts";

type Obligation = ReceiptResponse["obligations"][number];

/** What is owed, addressed to the reporter; the second sentence is for when it is late. */
const words: Readonly<Record<Obligation["kind"], { readonly what: string; readonly late: string }>> = {
  ACKNOWLEDGE: {
    what: "The list confirms that it has your report",
    late: "It is late with that: ask again, with a message below.",
  },
  SUPPLY_DATE: {
    what: "You propose a date for the disclosure",
    late: "Name one in a message below.",
  },
  ANSWER_PROPOSAL: {
    what: "Whoever did not propose the date answers it",
    late: "Nobody has answered; silence is no consent.",
  },
  REPORT_PROGRESS: {
    what: "The list tells how it goes on",
    late: "It has been still for long: ask, with a message below.",
  },
  DISCLOSE: {
    what: "The issue becomes public",
    late: "The date has come, so it should be public by now.",
  },
  POST_ISSUE: {
    what: "You post the issue to oss-security, with enough detail that others can fix it",
    late: "The embargo has ended, so it should be public by now.",
  },
  ANNOUNCE_EXPLOIT: {
    what: "Your posting says when the exploit follows",
    late: "It does not say so yet: add that in an answer to it.",
  },
  POST_EXPLOIT: {
    what: "You post the exploit, too",
    late: "It should be public by now.",
  },
  TELL_LEAK: {
    what: "The list tells you of the leak, and how far it goes",
    late: "It is late with that.",
  },
  INVESTIGATE_LEAK: {
    what: "Whoever the leak comes from looks into it",
    late: "They are late with that.",
  },
  REPORT_LEAK: {
    what: "They report exactly what got out, and what they do against a repeat",
    late: "They are late with that.",
  },
};

/** Of an exploit that somebody else shared (A12). */
const anothersExploit = {
  what: "The list sees to it that the exploit is posted, too",
  late: "It should be public by now: ask, with a message below.",
};

export interface OwedToReporter {
  readonly what: string;
  /** What to do about it where it is overdue; null where it is not. */
  readonly late: string | null;
}

/** One obligation in words for the reporter. */
export function owedToReporter(
  { kind, owner, dueAt }: Pick<Obligation, "kind" | "owner" | "dueAt">,
  now: Date,
): OwedToReporter {
  const { what, late } = kind === "POST_EXPLOIT" && owner === "list" ? anothersExploit : words[kind];
  return { what, late: dueAt <= now ? late : null };
}
