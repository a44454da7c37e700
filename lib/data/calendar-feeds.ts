import "server-only";
import type { SignedInActor, SystemActor } from "#lib/access/actor.ts";
import { hex, sha256, utf8 } from "#lib/base/bytes.ts";
import type { MemberId } from "#lib/base/id.ts";
import { inTransaction } from "./transaction.ts";

/** When the member's present calendar address was made; null where they have none. */
export async function findCalendarFeed(actor: SignedInActor): Promise<{ readonly createdAt: Date } | null> {
  return inTransaction(actor, (transaction) =>
    transaction.calendarFeed.findFirst({
      where: { memberId: actor.memberId, revokedAt: null },
      orderBy: { createdAt: "desc" },
      select: { createdAt: true },
    }),
  );
}

/** Gives the member a new calendar address, of whose secret the hash alone is kept; the one before stops working. */
export async function createCalendarFeed(actor: SignedInActor, secret: string, now: Date): Promise<void> {
  const secretHash = await hashOf(secret);
  await inTransaction(actor, async (transaction) => {
    await changeCalendarFeedsToRevoked(actor, now);
    await transaction.calendarFeed.createMany({ data: { memberId: actor.memberId, secretHash, createdAt: now } });
  });
}

/** Makes the member's calendar address stop working. False where they had none. */
export async function changeCalendarFeedsToRevoked(actor: SignedInActor, now: Date): Promise<boolean> {
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.calendarFeed.updateMany({
      where: { memberId: actor.memberId, revokedAt: null },
      data: { revokedAt: now },
    }),
  );
  return count > 0;
}

/**
 * The present member whose calendar address has this secret; null where nobody's has. It is looked up by its hash, so
 * how long that takes tells nothing of the secret.
 */
export async function findMemberByCalendarSecret(actor: SystemActor, secret: string): Promise<MemberId | null> {
  const secretHash = await hashOf(secret);
  const row = await inTransaction(actor, (transaction) =>
    transaction.calendarFeed.findFirst({
      where: { secretHash, revokedAt: null, member: { removedAt: null } },
      select: { memberId: true },
    }),
  );
  return row === null ? null : (row.memberId as MemberId);
}

/** SHA-256 in lower-case hexadecimal; the secret has 256 random bits, so it needs no salt and no stretching. */
async function hashOf(secret: string): Promise<string> {
  return hex(await sha256(utf8(secret)));
}
