import type { EmbargoState } from "#lib/embargo/embargo-machine.ts";

/** The states of an embargo, in a word or two for a table and in a sentence for a report's own page. */
export const stateWords: Readonly<Record<EmbargoState, { readonly short: string; readonly sentence: string }>> = {
  none: { short: "No embargo", sentence: "No embargo is agreed." },
  proposed: { short: "Proposed", sentence: "A date is proposed and not agreed yet." },
  active: { short: "Embargo", sentence: "The embargo is agreed until this date." },
  revise: { short: "Revising", sentence: "The embargo holds, and another date is proposed." },
  exited: { short: "Over", sentence: "The embargo is over and cannot begin again." },
};

/** In the order in which an embargo passes through them. */
export const embargoStates = Object.keys(stateWords) as readonly EmbargoState[];

/** What the state of an embargo means at an instant: of a date that is over nobody says that it holds. */
export function embargoSentence(
  { embargoState, disclosureAt }: { readonly embargoState: EmbargoState; readonly disclosureAt: Date | null },
  now: Date,
): string {
  const isPast = disclosureAt !== null && disclosureAt <= now;
  return embargoState === "active" && isPast
    ? "The embargo was agreed until this date."
    : stateWords[embargoState].sentence;
}
