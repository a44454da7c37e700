import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { SealedKeyring } from "#lib/data/keyrings.ts";
import type { MemberSummary } from "#lib/data/members.ts";
import { checkBody, checkKeyPacket } from "#lib/pgp/envelope-check.ts";
import { maximumEmptyBodyBytes } from "./check-envelope.ts";

/** Room for some ten thousand session keys. */
const maximumKeyringBytes = 2 * 1024 * 1024;

/** A keyring envelope is one body, one empty body, and one key packet, for its owner alone. */
export function checkKeyring(keyring: SealedKeyring, owner: MemberSummary): Result<null, Problem> {
  const body = checkBody(keyring.body, maximumKeyringBytes);
  if (!body.ok) return body;
  const empty = checkBody(keyring.emptyBody, maximumEmptyBodyBytes);
  if (!empty.ok) return empty;
  const packet = checkKeyPacket(keyring.keyPacket);
  if (!packet.ok) return packet;
  return packet.value.encryptionKeyId === owner.certificate?.encryptionKeyId
    ? ok(null)
    : refused({ code: "PGP_READERS_UNKNOWN", facts: { keyIds: [packet.value.encryptionKeyId] } });
}
