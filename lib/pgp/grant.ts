import { unshared } from "#lib/base/bytes.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { type CertificateCache, createCertificateCache } from "./certificate-cache.ts";
import { checkKeyPacket } from "./envelope-check.ts";
import { openpgp } from "./library.ts";
import { cipherName, type SessionKey } from "./session-key.ts";

/** To whom something is encrypted: a certificate and the name to speak of where it cannot be used. */
export interface ReaderCertificate {
  readonly name: string;
  /** Binary, one certificate. */
  readonly certificate: Uint8Array;
  /** The key to encrypt to (16 upper-case hexadecimal digits) where the roster names it; else the newest valid one. */
  readonly encryptionKeyId?: string;
}

/** A key packet and whose it is; fingerprint (of the primary key) and key id in upper-case hexadecimal. */
export interface SealedKeyPacket {
  readonly fingerprint: string;
  readonly encryptionKeyId: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Why nothing can be encrypted to a certificate. */
export type UnusableReason = "unreadable" | "revoked" | "expired" | "no-encryption-key" | "not-for-gnupg";

/**
 * One more reader for an envelope: its session key, encrypted to their certificate. The body is not needed.
 *
 * @param at - The server's time; the reader's certificate has to be valid then.
 * @param cache - Keep one over many calls where certificates repeat.
 * @problem PGP_READER_UNUSABLE when the certificate cannot be encrypted to at that instant, or only so that GnuPG 2.2
 *   could not read it. Names the reader.
 */
export async function grant({
  sessionKey,
  reader,
  at,
  cache = createCertificateCache(),
}: {
  readonly sessionKey: SessionKey;
  readonly reader: ReaderCertificate;
  readonly at: Date;
  readonly cache?: CertificateCache;
}): Promise<Result<SealedKeyPacket, Problem<"PGP_READER_UNUSABLE">>> {
  const key = await cache.read(reader.certificate);
  if (key === null) return unusable(reader, "unreadable");
  const keyId = key.getKeyIDs().filter((id) => id.toHex().toUpperCase() === reader.encryptionKeyId);
  if (reader.encryptionKeyId !== undefined && keyId.length === 0) return unusable(reader, "no-encryption-key");
  try {
    const packet = await openpgp.encryptSessionKey({
      data: sessionKey,
      algorithm: cipherName(sessionKey), // without `aeadAlgorithm`, so that the packet is of version 3
      encryptionKeys: key,
      encryptionKeyIDs: keyId,
      date: at,
      format: "binary",
    });
    const checked = checkKeyPacket(packet);
    if (!checked.ok) return unusable(reader, "not-for-gnupg");
    const { encryptionKeyId } = checked.value;
    return ok({ fingerprint: key.getFingerprint().toUpperCase(), encryptionKeyId, bytes: unshared(packet) });
  } catch {
    return unusable(reader, await unusableReason(key, at));
  }
}

function unusable(
  { name }: ReaderCertificate,
  reason: UnusableReason,
): { readonly ok: false; readonly problem: Problem<"PGP_READER_UNUSABLE"> } {
  return refused({ code: "PGP_READER_UNUSABLE", facts: { name, reason } });
}

async function unusableReason(key: openpgp.Key, at: Date): Promise<UnusableReason> {
  if (await key.isRevoked(undefined, undefined, at)) return "revoked";
  const expiresAt = await key.getExpirationTime();
  return expiresAt instanceof Date && expiresAt <= at ? "expired" : "no-encryption-key";
}
