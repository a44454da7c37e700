import type { Actor } from "./actor.ts";

/** Enrols organisations and people, publishes rosters, removes people. */
export function mayAdminister(actor: Actor): boolean {
  return actor.kind === "coordinator" || actor.kind === "system";
}

/** Confirms that a report was received (A1, R8). That the report is visible to them is asked elsewhere. */
export function mayAcknowledge(actor: Actor): boolean {
  return actor.kind === "member" || actor.kind === "coordinator";
}

/** Gives one more reader a key packet of an envelope that they can open themselves. */
export function mayGrant(actor: Actor): boolean {
  return actor.kind === "member" || actor.kind === "coordinator";
}
