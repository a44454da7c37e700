import "server-only";
import { cache } from "react";
import { getServerSession } from "next-auth";
import { prove } from "#lib/access/_prove.ts";
import type { Actor, SignedInActor } from "#lib/access/actor.ts";
import type { SessionId } from "#lib/base/id.ts";
import { minuteMs } from "#lib/base/instant.ts";
import { recordEvent } from "#lib/data/events.ts";
import type { MemberSummary } from "#lib/data/members.ts";
import { changeSessionsToEnded, findLiveSession, recordSeen } from "#lib/data/sessions.ts";
import { sessionIdSchema } from "#lib/schema/id.ts";
import { authOptions } from "./next-auth-options.ts";
import { sessionIdleMs } from "./session-row.ts";
import { anonymous, doorkeeper } from "./system-actor.ts";

/** Somebody who is signed in: as one who asks, and as the house knows them. */
export interface SignedIn {
  readonly actor: SignedInActor;
  readonly member: MemberSummary;
}

/**
 * Who is signed in, or null. The session row is looked at on every request, so a sign-out or a removal counts at once,
 * whatever the cookie says.
 */
export const currentSignIn = cache(async (): Promise<SignedIn | null> => {
  const cookie = await getServerSession(authOptions());
  const sessionId = sessionIdSchema.safeParse(cookie?.sessionId);
  return sessionId.success ? signInOfSession(sessionId.data, new Date()) : null;
});

/** Who asks: the member of a live session, else anonymous. */
export async function currentActor(): Promise<Actor> {
  return (await currentMember()) ?? anonymous;
}

/** The signed-in member who asks, or null. */
export async function currentMember(): Promise<SignedInActor | null> {
  return (await currentSignIn())?.actor ?? null;
}

/** The member behind a session that is live at `now`, or null. */
export async function signInOfSession(id: SessionId, now: Date): Promise<SignedIn | null> {
  const limits = { now, idleSince: new Date(now.getTime() - sessionIdleMs) };
  const session = await findLiveSession(doorkeeper, id, limits);
  if (session === null) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > minuteMs) await recordSeen(doorkeeper, id, now);
  const { member } = session;
  const who = { memberId: member.id, organisationId: member.organisationId, listIds: member.listIds, sessionId: id };
  const actor = member.isCoordinator ? prove({ kind: "coordinator", ...who }) : prove({ kind: "member", ...who });
  return { actor, member };
}

/** Ends all sessions of the member, on every device. */
export async function endSessions(actor: SignedInActor, now: Date): Promise<void> {
  await changeSessionsToEnded(actor, now);
  await recordEvent(actor, { kind: "signed-out", at: now });
}
