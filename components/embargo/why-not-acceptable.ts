import type { ClauseId } from "#lib/policy/clause.ts";
import type { ShownIssue } from "#lib/schema/issue-response.ts";

type Proposal = ShownIssue["embargo"]["openProposals"][number];

/** Why a proposal of the other side cannot be accepted now, as far as the page can tell; else null. */
export function whyNotAcceptable(
  { disclosureAt, proposal }: Pick<Proposal, "disclosureAt" | "proposal">,
  { latestAt, embargo }: Pick<ShownIssue, "latestAt" | "embargo">,
  now: Date,
): { readonly text: string; readonly clause: ClauseId } | null {
  if (disclosureAt <= now) return { text: "Its time has come, so it cannot be accepted any more.", clause: "R7" };
  if (latestAt !== null && disclosureAt > latestAt)
    return { text: "It is later than the policy allows, so it cannot be accepted.", clause: "R11" };
  const earlier = embargo.openProposals.find((open) => open.disclosureAt < disclosureAt);
  return earlier === undefined || earlier.proposal === proposal
    ? null
    : { text: `Proposal ${String(earlier.proposal)} is for an earlier date, and is considered first.`, clause: "R11" };
}
