import type { ShownDeadline } from "#lib/schema/deadlines-response.ts";

/** The one thing to do about a deadline from here. `open` leads to a place of the report's page, where more is needed. */
export type FittingAction =
  | { readonly kind: "acknowledge" | "close"; readonly label: string }
  | { readonly kind: "open"; readonly label: string; readonly placeId: string }
  | { readonly kind: "none" };

type Owing = Pick<ShownDeadline, "kind" | "issueNumber" | "owner" | "reportId">;

/** Whoever cannot open a report cannot act on it either; and only the other side answers a proposal. */
export function fittingAction({ kind, issueNumber, owner, reportId }: Owing): FittingAction {
  if (reportId === null) return { kind: "none" };
  const number = String(issueNumber ?? 1);
  const inEmbargo = (label: string) => ({ kind: "open", label, placeId: `embargo-${number}` }) as const;
  switch (kind) {
    case "ACKNOWLEDGE":
      return { kind: "acknowledge", label: "Acknowledge receipt" };
    case "SUPPLY_DATE":
      return inEmbargo("Propose a date");
    case "ANSWER_PROPOSAL":
      return inEmbargo(owner === "list" ? "Answer it" : "See the proposal");
    case "REPORT_PROGRESS":
      return { kind: "open", label: "Write to the thread", placeId: "reply-panel" };
    case "DISCLOSE":
    case "POST_ISSUE":
    case "ANNOUNCE_EXPLOIT":
    case "POST_EXPLOIT":
      return { kind: "open", label: "Record the posting", placeId: `postings-${number}` };
    case "TELL_LEAK":
    case "INVESTIGATE_LEAK":
    case "REPORT_LEAK":
      return { kind: "close", label: "Close with evidence" };
  }
}
