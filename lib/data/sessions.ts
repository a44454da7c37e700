import "server-only";
import { isSignedIn, type Actor, type SignedInActor, type SystemActor } from "#lib/access/actor.ts";
import type { MemberId, SessionId } from "#lib/base/id.ts";
import { memberColumns, toMember, type MemberSummary } from "./members.ts";
import { inTransaction } from "./transaction.ts";

export interface LiveSession {
  readonly id: SessionId;
  readonly member: MemberSummary;
  readonly lastSeenAt: Date;
}

export async function createSession(
  actor: SystemActor,
  session: { readonly id: SessionId; readonly memberId: MemberId; readonly expiresAt: Date },
  now: Date,
): Promise<void> {
  await inTransaction(actor, (transaction) =>
    transaction.session.createMany({ data: { ...session, startedAt: now, lastSeenAt: now } }),
  );
}

/** The session with its member, if it has not ended, is within its limits, and its member has not been removed. */
export async function findLiveSession(
  actor: SystemActor,
  id: SessionId,
  limits: { readonly now: Date; readonly idleSince: Date },
): Promise<LiveSession | null> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.session.findFirst({
      where: {
        id,
        endedAt: null,
        expiresAt: { gt: limits.now },
        lastSeenAt: { gt: limits.idleSince },
        member: { removedAt: null },
      },
      select: { lastSeenAt: true, member: { select: memberColumns } },
    }),
  );
  return row === null ? null : { id, member: toMember(row.member), lastSeenAt: row.lastSeenAt };
}

export async function recordSeen(actor: SystemActor, id: SessionId, now: Date): Promise<void> {
  await inTransaction(actor, (transaction) =>
    transaction.session.updateMany({ where: { id, endedAt: null }, data: { lastSeenAt: now } }),
  );
}

/** Ends one session, whoever's it is. */
export async function changeSessionToEnded(actor: SystemActor, id: SessionId, now: Date): Promise<void> {
  await inTransaction(actor, (transaction) =>
    transaction.session.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } }),
  );
}

/** Ends every session of the member, wherever they are signed in. */
export async function changeSessionsToEnded(actor: SignedInActor, now: Date): Promise<void> {
  await inTransaction(actor, (transaction) =>
    transaction.session.updateMany({ where: { memberId: actor.memberId, endedAt: null }, data: { endedAt: now } }),
  );
}

/**
 * Ends a member's sessions, such as those that their former key has opened, but for the very one that asks. For those who
 * administer.
 */
export async function changeMemberSessionsToEnded(actor: Actor, memberId: MemberId, now: Date): Promise<void> {
  const asking = isSignedIn(actor) ? { id: { not: actor.sessionId } } : {};
  await inTransaction(actor, (transaction) =>
    transaction.session.updateMany({ where: { memberId, endedAt: null, ...asking }, data: { endedAt: now } }),
  );
}
