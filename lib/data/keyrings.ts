import "server-only";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { CertificateId } from "#lib/base/id.ts";
import { inTransaction } from "./transaction.ts";

/** A member's opened session keys, in one envelope to themselves: derived, and theirs alone. */
export interface SealedKeyring {
  readonly keyPacket: Uint8Array<ArrayBuffer>;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly emptyBody: Uint8Array<ArrayBuffer>;
}

/** The actor's own keyring envelope, or null where there is none yet. */
export async function findKeyring(actor: SignedInActor, certificateId: CertificateId): Promise<SealedKeyring | null> {
  return inTransaction(actor, (transaction) =>
    transaction.keyring.findUnique({
      where: { memberId_certificateId: { memberId: actor.memberId, certificateId } },
      select: { keyPacket: true, body: true, emptyBody: true },
    }),
  );
}

/** Puts the actor's keyring envelope in the place of the one before. */
export async function changeKeyring(
  actor: SignedInActor,
  certificateId: CertificateId,
  keyring: SealedKeyring,
  now: Date,
): Promise<void> {
  const key = { memberId: actor.memberId, certificateId };
  await inTransaction(actor, (transaction) =>
    transaction.keyring.upsert({
      where: { memberId_certificateId: key },
      create: { ...key, ...keyring, changedAt: now },
      update: { ...keyring, changedAt: now },
      select: { memberId: true },
    }),
  );
}
