import { mayGrant } from "#lib/access/permission.ts";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { EnvelopeId, MemberId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { createReader, findEnvelope } from "#lib/data/envelopes.ts";
import { recordEvent } from "#lib/data/events.ts";
import { findMember } from "#lib/data/members.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { checkKeyPacket } from "#lib/pgp/envelope-check.ts";

export interface Grant {
  readonly envelopeId: EnvelopeId;
  readonly memberId: MemberId;
  /** The envelope's session key, encrypted in the granter's browser to the member's certificate. */
  readonly keyPacket: Uint8Array<ArrayBuffer>;
}

/**
 * Gives one more member a key packet of an envelope; the body is not touched. Whoever grants can open it themselves.
 *
 * @problem NOT_FOUND when the actor may not see the envelope, or there is no such member.
 * @problem ALREADY_A_READER, PGP_OTHER_SUBKEY, PGP_NOT_OPENPGP, PGP_UNSUPPORTED_VERSION, PGP_HIDDEN_RECIPIENT.
 */
export async function grantAccess(actor: SignedInActor, grant: Grant, now: Date): Promise<Result<null, Problem>> {
  const packet = checkKeyPacket(grant.keyPacket);
  if (!packet.ok) return packet;
  return inTransaction(actor, async () => {
    const envelope = await findEnvelope(actor, grant.envelopeId);
    if (!envelope.ok || !mayGrant(actor)) return refused({ code: "NOT_FOUND", facts: {} });
    const member = await findMember(actor, grant.memberId);
    if (!member.ok) return member;
    const { certificate, name } = member.value;
    if (certificate === null) return refused({ code: "NOT_FOUND", facts: {} });
    if (certificate.encryptionKeyId !== packet.value.encryptionKeyId) {
      const facts = { name, keyId: packet.value.encryptionKeyId, expectedKeyId: certificate.encryptionKeyId };
      return refused({ code: "PGP_OTHER_SUBKEY", facts });
    }
    const reader = {
      fingerprint: certificate.fingerprint,
      memberId: grant.memberId,
      certificateId: certificate.id,
      reporterCertificateId: null,
      keyPacket: grant.keyPacket,
    };
    const isNew = await createReader(actor, envelope.value, reader, { at: now, by: actor.memberId });
    if (!isNew) return refused({ code: "ALREADY_A_READER", facts: { name } });
    const facts = { envelope: grant.envelopeId, member: grant.memberId };
    await recordEvent(actor, { kind: "access-granted", at: now, reportId: envelope.value.reportId, facts });
    return ok(null);
  });
}
