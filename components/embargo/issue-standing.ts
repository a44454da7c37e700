import type { ShownIssue } from "#lib/schema/issue-response.ts";
import type { IconName } from "#components/ui/icon.tsx";
import type { Tone } from "#components/ui/tone.ts";

type Standing = Pick<ShownIssue, "embargo" | "mergedAt">;

/** Whether the list has an issue without an agreed date, which it goes on keeping secret while one is looked for (A2). */
export function isProvisional({ embargo: { state, end }, mergedAt }: Standing): boolean {
  return end === null && mergedAt === null && (state === "none" || state === "proposed");
}

/** Whether an issue is still to be kept secret. */
export function isKeptSecret({ embargo: { state, end }, mergedAt }: Standing): boolean {
  return end === null && mergedAt === null && state !== "exited";
}

export interface StandingWords {
  readonly tone: Tone | "plain";
  readonly icon: IconName;
  /** The state in a word or two. */
  readonly short: string;
  readonly sentence: string;
}

/** How an issue's embargo stands, for its head. */
export function standingWords(issue: Standing): StandingWords {
  const { embargo, mergedAt } = issue;
  if (mergedAt !== null) return { tone: "plain", icon: "forward", short: "Merged", sentence: "It is part of another." };
  if (embargo.end !== null)
    return { tone: "plain", icon: "unlock", short: "Over", sentence: "The embargo is over and cannot begin again." };
  if (isProvisional(issue))
    return {
      tone: "advice",
      icon: "warning",
      short: "No date agreed",
      sentence: "No date is agreed yet: accepted provisionally.",
    };
  return embargo.openProposals.length === 0
    ? { tone: "success", icon: "lock", short: "Agreed", sentence: "The embargo holds until this date." }
    : { tone: "note", icon: "lock", short: "Agreed", sentence: "The embargo holds; another date is proposed." };
}

/** The issues that stand on their own. */
export function unmerged(issues: readonly ShownIssue[]): readonly ShownIssue[] {
  return issues.filter(({ mergedAt }) => mergedAt === null);
}

/** The agreed date that holds once `from` is part of `into`: of two the earlier (A6), unless one is over. */
export function dateAfterMerge(
  from: Pick<ShownIssue, "embargo">,
  into: Pick<ShownIssue, "embargo">,
): { readonly at: Date; readonly of: "from" | "into" } | null {
  const kept = into.embargo.disclosureAt;
  const given = from.embargo.end === null && into.embargo.end === null ? from.embargo.disclosureAt : null;
  if (given !== null && (kept === null || given < kept)) return { at: given, of: "from" };
  return kept === null ? null : { at: kept, of: "into" };
}
