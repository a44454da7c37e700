import "server-only";
import type { SystemActor } from "#lib/access/actor.ts";
import { inTransaction } from "./transaction.ts";

/** Uses up a nonce. False where it was used before; forgets those whose time is over. */
export async function createUsedNonce(actor: SystemActor, nonce: string, expiresAt: Date, now: Date): Promise<boolean> {
  return inTransaction(actor, async (transaction) => {
    await transaction.usedNonce.deleteMany({ where: { expiresAt: { lt: now } } });
    const { count } = await transaction.usedNonce.createMany({ data: { nonce, expiresAt }, skipDuplicates: true });
    return count === 1;
  });
}

export async function createEnrolmentLink(actor: SystemActor, tokenHash: string, expiresAt: Date): Promise<void> {
  await inTransaction(actor, async (transaction) => {
    await transaction.enrolmentLink.deleteMany({ where: { usedAt: null } });
    await transaction.enrolmentLink.createMany({ data: { tokenHash, expiresAt } });
  });
}

/** Whether an enrolment link would serve now. */
export async function isEnrolmentLinkLive(actor: SystemActor, tokenHash: string, now: Date): Promise<boolean> {
  const count = await inTransaction(actor, (transaction) =>
    transaction.enrolmentLink.count({ where: { tokenHash, usedAt: null, expiresAt: { gt: now } } }),
  );
  return count === 1;
}

/** Uses up an enrolment link. False where there is none such, it was used, or its time is over. */
export async function changeEnrolmentLinkToUsed(actor: SystemActor, tokenHash: string, now: Date): Promise<boolean> {
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.enrolmentLink.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    }),
  );
  return count === 1;
}
