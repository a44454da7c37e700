import type { ShownTriageEntry } from "#lib/schema/issue-response.ts";

/** What one member can still say about a claim that an issue is public or minor (A3). */
export interface OwnPart {
  /** Whether they are among those who say so. */
  readonly hasSaid: boolean;
  /** Whether their word is still one of those that are missing. */
  readonly mayConfirm: boolean;
}

/** Null where the question is no claim now. */
export function ownPartOf(state: ShownTriageEntry["state"], viewerId: string): OwnPart | null {
  if (state.step !== "claimed" && state.step !== "confirmed") return null;
  const hasSaid = state.answer.byId === viewerId || state.confirmedBy.some(({ id }) => id === viewerId);
  return { hasSaid, mayConfirm: state.step === "claimed" && !hasSaid };
}

/** How many questions of a checklist nobody has answered, or not enough people. */
export function countOpen(entries: readonly ShownTriageEntry[]): number {
  return entries.filter(isOpenQuestion).length;
}

/** Whether nobody has answered a question yet, or not enough people. */
export function isOpenQuestion({ state }: Pick<ShownTriageEntry, "state">): boolean {
  return state.step === "open" || state.step === "claimed";
}
