import type { SignedInActor } from "#lib/access/actor.ts";
import { base64, concatBytes } from "#lib/base/bytes.ts";
import type { EnvelopeId, ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { findEnvelope, findPart } from "#lib/data/envelopes.ts";
import { findKeyring } from "#lib/data/keyrings.ts";
import { findMember } from "#lib/data/members.ts";
import type { PublishedRoster } from "#lib/data/rosters.ts";
import { listTickets } from "#lib/data/tickets.ts";
import { armorMessage } from "#lib/pgp/armor.ts";
import { armorCertificates } from "#lib/pgp/certificate.ts";
import { joinEnvelope } from "#lib/pgp/envelope-check.ts";

/**
 * The member's own key packets, as a rule one, and one body of an envelope, armoured: a complete message for `gpg --decrypt`.
 *
 * @problem NOT_FOUND when there is no such part, or it is not theirs to read.
 */
export async function messageForGpg(
  actor: SignedInActor,
  id: EnvelopeId,
  part: number,
): Promise<Result<string, Problem<"NOT_FOUND">>> {
  const envelope = await findEnvelope(actor, id);
  const body = await findPart(actor, id, part);
  const keyPackets = envelope.ok ? envelope.value.keyPackets : [];
  if (!body.ok || keyPackets.length === 0) return refused({ code: "NOT_FOUND", facts: {} });
  return ok(armorMessage(joinEnvelope(concatBytes(...keyPackets.map(({ bytes }) => bytes)), body.value)));
}

/**
 * The member's tickets, `ID BASE64` each, the keyring's first: small messages from which gpg prints the session keys,
 * with a key that may stay on a smartcard.
 */
export async function ticketLines(actor: SignedInActor, reportId: ReportId | null): Promise<readonly string[]> {
  const member = await findMember(actor, actor.memberId);
  const certificate = member.ok ? member.value.certificate : null;
  const keyring = certificate === null ? null : await findKeyring(actor, certificate.id);
  const tickets = await listTickets(actor, reportId);
  return [
    ...(keyring === null ? [] : [{ id: "keyring", ...keyring }]),
    ...tickets.map(({ envelopeId, ...ticket }) => ({ id: envelopeId, ...ticket })),
  ].map(({ id, keyPacket, emptyBody }) => `${id} ${base64(joinEnvelope(keyPacket, emptyBody))}`);
}

/** All readers' certificates as one armoured keyring, for `gpg --import`. */
export function keyringForGpg(roster: PublishedRoster): string {
  return armorCertificates(roster.readers.map(({ certificate }) => certificate));
}
