import type { ShownDeadline } from "#lib/schema/deadlines-response.ts";

/** The one thing to do about a deadline from here. `open` leads to the report, where more is needed than a sentence. */
export type FittingAction =
  { readonly kind: "acknowledge" | "close" | "open"; readonly label: string } | { readonly kind: "none" };

const actions: Readonly<Record<ShownDeadline["kind"], FittingAction>> = {
  ACKNOWLEDGE: { kind: "acknowledge", label: "Acknowledge receipt" },
  SUPPLY_DATE: { kind: "open", label: "Propose a date" },
  ANSWER_PROPOSAL: { kind: "open", label: "Answer it" },
  REPORT_PROGRESS: { kind: "open", label: "Write to the thread" },
  DISCLOSE: { kind: "open", label: "Record the posting" },
  POST_ISSUE: { kind: "open", label: "Record the posting" },
  ANNOUNCE_EXPLOIT: { kind: "open", label: "Record the posting" },
  POST_EXPLOIT: { kind: "open", label: "Record the posting" },
  TELL_LEAK: { kind: "close", label: "Close with evidence" },
  INVESTIGATE_LEAK: { kind: "close", label: "Close with evidence" },
  REPORT_LEAK: { kind: "close", label: "Close with evidence" },
};

/** Whoever cannot open a report cannot act on it either; and only the other side answers a proposal. */
export function fittingAction({ kind, owner, reportId }: Pick<ShownDeadline, "kind" | "owner" | "reportId">) {
  if (reportId === null) return { kind: "none" } as const;
  if (kind === "ANSWER_PROPOSAL" && owner === "reporter") return { kind: "open", label: "See the proposal" } as const;
  return actions[kind];
}
