import type { ShownObligation } from "#lib/schema/obligation.ts";

/** How something that is owed can be closed from here. */
export type WayToClose =
  | { readonly kind: "evidence"; readonly label: string }
  /** By what is done elsewhere on the page, at the place of this id. */
  | { readonly kind: "elsewhere"; readonly label: string; readonly placeId: string };

/**
 * What the one who looks can do about an obligation. A posting closes what is owed in public, and a record what is
 * recorded here; a reporter brings evidence for what they owe themselves.
 */
export function waysToClose(
  { kind, issueNumber, owner }: Pick<ShownObligation, "kind" | "issueNumber" | "owner">,
  viewer: "member" | "reporter",
): readonly WayToClose[] {
  const number = String(issueNumber ?? 1);
  const posting = { kind: "elsewhere", label: "Record the posting", placeId: `record-posting-${number}` } as const;
  const embargo = { kind: "elsewhere", label: "Go to the embargo", placeId: `embargo-${number}` } as const;
  const evidence = { kind: "evidence", label: "Close with evidence" } as const;
  const mayBringEvidence = viewer === "member" || owner === "reporter";
  switch (kind) {
    case "POST_ISSUE":
    case "POST_EXPLOIT":
    case "ANNOUNCE_EXPLOIT":
      return [posting];
    case "ANSWER_PROPOSAL":
      return [embargo];
    case "SUPPLY_DATE":
      return viewer === "member" ? [evidence] : [embargo];
    case "ACKNOWLEDGE":
      return viewer === "member"
        ? [{ kind: "elsewhere", label: "Acknowledge receipt", placeId: "acknowledge-receipt" }]
        : [];
    case "DISCLOSE":
      return mayBringEvidence ? [posting, evidence] : [posting];
    case "REPORT_PROGRESS":
      return mayBringEvidence ? [{ kind: "evidence", label: "Say how it goes on" }] : [];
    case "TELL_LEAK":
    case "INVESTIGATE_LEAK":
    case "REPORT_LEAK":
      return mayBringEvidence ? [evidence] : [];
  }
}
