import type { Actor, Anonymous, Coordinator, Member, Reporter, System } from "./actor.ts";

/**
 * Makes an actor of what a door has proved: a session, a receipt, a signature.
 * Importable from the doors (lib/auth, lib/gateway, lib/jobs, the seed) and tests only.
 */
export function prove<Kind extends Anonymous | Reporter | Member | Coordinator | System>(
  who: Kind,
): Extract<Actor, { readonly kind: Kind["kind"] }> {
  return who as unknown as Extract<Actor, { readonly kind: Kind["kind"] }>;
}
