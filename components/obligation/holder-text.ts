import { withWhom, type DutyHolders } from "#components/deadlines/with-whom.ts";
import type { Viewer } from "#components/step/step-desk.ts";
import type { ShownObligation } from "#lib/schema/obligation.ts";

/** Who owes something, for the one who looks. */
export function ownerText({ owner }: Pick<ShownObligation, "owner">, viewer: Viewer): string {
  if (owner === "list") return "the list";
  return viewer === "reporter" ? "you" : "the reporter";
}

/**
 * Whom an obligation is with now, where that says more than who owes it; otherwise null.
 *
 * @param holders - Who holds which duty; null where the page may not know, as a reporter's.
 */
export function holderText(
  { owner, duty, isWith }: Pick<ShownObligation, "owner" | "duty" | "isWith">,
  holders: DutyHolders | null,
): string | null {
  if (holders === null) {
    if (isWith === "owner") return null;
    return isWith === "coordinators" ? "the list’s coordinators" : "those on the list who look after it";
  }
  const { owner: first, now } = withWhom({ owner, duty, isWith }, holders);
  if (now === first) return null;
  return now === "the coordinators" ? now : `${now}, for ${duty}`;
}
