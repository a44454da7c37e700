import { randomBytes } from "node:crypto";
import type { SystemActor } from "#lib/access/actor.ts";
import { addHours } from "#lib/base/instant.ts";
import { createEnrolmentLink } from "#lib/data/spent.ts";
import { enrolmentTokenHash } from "#lib/workflow/enrol-first-coordinator.ts";

export const enrolmentLinkHours = 24;

/**
 * Makes the one-time link by which the first coordinator enrols; an older one stops counting. The token stands in the
 * fragment, which a browser never sends, and only its SHA-256 is stored.
 */
export async function makeEnrolmentLink(actor: SystemActor, origin: string, now: Date): Promise<string> {
  const token = randomBytes(16).toString("base64url");
  await createEnrolmentLink(actor, await enrolmentTokenHash(token), addHours(now, enrolmentLinkHours));
  return `${origin}/enrol#${token}`;
}
