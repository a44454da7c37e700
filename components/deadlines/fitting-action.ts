import type { ShownDeadline } from "#lib/schema/deadlines-response.ts";

/** The one thing to do about a deadline from here. `open` leads to a part of the report, where more is needed. */
export type FittingAction =
  | { readonly kind: "acknowledge" | "close"; readonly label: string }
  | { readonly kind: "open"; readonly label: string; readonly part: "issues" | "reply-panel" }
  | { readonly kind: "none" };

const record = { kind: "open", label: "Record the posting", part: "issues" } as const;
const closeHere = { kind: "close", label: "Close with evidence" } as const;

const actions: Readonly<Record<ShownDeadline["kind"], FittingAction>> = {
  ACKNOWLEDGE: { kind: "acknowledge", label: "Acknowledge receipt" },
  SUPPLY_DATE: { kind: "open", label: "Propose a date", part: "issues" },
  ANSWER_PROPOSAL: { kind: "open", label: "Answer it", part: "issues" },
  REPORT_PROGRESS: { kind: "open", label: "Write to the thread", part: "reply-panel" },
  DISCLOSE: record,
  POST_ISSUE: record,
  ANNOUNCE_EXPLOIT: record,
  POST_EXPLOIT: record,
  TELL_LEAK: closeHere,
  INVESTIGATE_LEAK: closeHere,
  REPORT_LEAK: closeHere,
};

type Owing = Pick<ShownDeadline, "kind" | "owner" | "reportId">;

/** Whoever cannot open a report cannot act on it either; and only the other side answers a proposal. */
export function fittingAction({ kind, owner, reportId }: Owing): FittingAction {
  if (reportId === null) return { kind: "none" };
  if (kind === "ANSWER_PROPOSAL" && owner === "reporter")
    return { kind: "open", label: "See the proposal", part: "issues" };
  return actions[kind];
}
