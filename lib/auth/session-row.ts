import "server-only";
import type { MemberId, SessionId } from "#lib/base/id.ts";
import { hourMs } from "#lib/base/instant.ts";
import { createSession } from "#lib/data/sessions.ts";
import { doorkeeper } from "./system-actor.ts";

/** A session ends at the latest 12 hours after sign-in, and after two hours in which nothing was asked. */
export const sessionMaximumMs = 12 * hourMs;
export const sessionIdleMs = 2 * hourMs;

/** Begins a session for a member who has just signed a challenge. */
export async function startSession(memberId: MemberId, now: Date): Promise<SessionId> {
  const id = crypto.randomUUID() as SessionId;
  const expiresAt = new Date(now.getTime() + sessionMaximumMs);
  await createSession(doorkeeper, { id, memberId, expiresAt }, now);
  return id;
}
