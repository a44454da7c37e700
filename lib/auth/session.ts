import "server-only";
import { cache } from "react";
import { getServerSession } from "next-auth";
import { prove } from "#lib/access/_prove.ts";
import type { Actor, SignedInActor } from "#lib/access/actor.ts";
import { isSignedIn } from "#lib/access/actor.ts";
import type { SessionId } from "#lib/base/id.ts";
import { minuteMs } from "#lib/base/instant.ts";
import { recordEvent } from "#lib/data/events.ts";
import { findMember } from "#lib/data/members.ts";
import { changeSessionsToEnded, findLiveSession, recordSeen } from "#lib/data/sessions.ts";
import { sessionIdSchema } from "#lib/schema/id.ts";
import { authOptions } from "./next-auth-options.ts";
import { sessionIdleMs } from "./session-row.ts";
import { anonymous, doorkeeper } from "./system-actor.ts";

/**
 * Who asks: the member of a live session, else anonymous. The session row is looked at on every request, so a sign-out
 * or a removal counts at once, whatever the cookie says.
 */
export const currentActor = cache(async (): Promise<Actor> => {
  const cookie = await getServerSession(authOptions());
  const sessionId = sessionIdSchema.safeParse(cookie?.sessionId);
  if (!sessionId.success) return anonymous;
  return (await actorOfSession(sessionId.data, new Date())) ?? anonymous;
});

/** The signed-in member who asks, or null. */
export async function currentMember(): Promise<SignedInActor | null> {
  const actor = await currentActor();
  return isSignedIn(actor) ? actor : null;
}

/** The member behind a session that is live at `now`, or null. */
export async function actorOfSession(id: SessionId, now: Date): Promise<SignedInActor | null> {
  const limits = { now, idleSince: new Date(now.getTime() - sessionIdleMs) };
  const session = await findLiveSession(doorkeeper, id, limits);
  if (session === null) return null;
  const member = await findMember(doorkeeper, session.memberId);
  if (!member.ok) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > minuteMs) await recordSeen(doorkeeper, id, now);
  const { isCoordinator, listIds, organisationId } = member.value;
  const who = { memberId: session.memberId, organisationId, listIds, sessionId: id };
  return isCoordinator ? prove({ kind: "coordinator", ...who }) : prove({ kind: "member", ...who });
}

/** Ends all sessions of the member, on every device. */
export async function endSessions(actor: SignedInActor, now: Date): Promise<void> {
  await changeSessionsToEnded(actor, now);
  await recordEvent(actor, { kind: "signed-out", at: now });
}
