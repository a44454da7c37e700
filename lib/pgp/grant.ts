import { unshared } from "#lib/base/bytes.ts";
import type { Problem, ProblemCode } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { type CertificateCache, createCertificateCache } from "./certificate-cache.ts";
import { checkKeyPacket } from "./envelope-check.ts";
import { openpgp } from "./library.ts";
import { cipherName, type SessionKey } from "./session-key.ts";
import { judgeCertificate } from "./verdict.ts";

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

/**
 * One more reader for an envelope: its session key, encrypted to their certificate. The body is not needed.
 *
 * @param at - The server's time; the reader's certificate has to be valid then.
 * @param cache - Keep one over many calls where certificates repeat.
 * @problem PGP_READER_UNUSABLE when the certificate cannot be encrypted to at that instant, or only so that GnuPG 2.2
 *   could not read it. Names the reader; its reason is the code that `judgeCertificate` gives.
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
  const keyPacket = key === null ? null : await encryptTo(key, { sessionKey, reader, at });
  if (keyPacket !== null) return ok(keyPacket);
  const reason = await whyUnusable(reader, at);
  return refused({ code: "PGP_READER_UNUSABLE", facts: { name: reader.name, reason } });
}

async function encryptTo(
  key: openpgp.PublicKey,
  {
    sessionKey,
    reader,
    at,
  }: { readonly sessionKey: SessionKey; readonly reader: ReaderCertificate; readonly at: Date },
): Promise<SealedKeyPacket | null> {
  const wanted = reader.encryptionKeyId;
  const keyIds = key.getKeyIDs().filter((id) => id.toHex().toUpperCase() === wanted);
  if (wanted !== undefined && keyIds.length === 0) return null;
  let packet: Uint8Array;
  try {
    packet = await openpgp.encryptSessionKey({
      data: sessionKey,
      algorithm: cipherName(sessionKey), // without `aeadAlgorithm`, so that the packet is of version 3
      encryptionKeys: key,
      encryptionKeyIDs: keyIds,
      date: at,
      format: "binary",
    });
  } catch {
    return null;
  }
  const bytes = unshared(packet);
  const checked = checkKeyPacket(bytes);
  if (!checked.ok) return null;
  const { encryptionKeyId } = checked.value;
  return { fingerprint: key.getFingerprint().toUpperCase(), encryptionKeyId, bytes };
}

/** Where the certificate itself is sound, it is the key that the roster names which is not to be had. */
async function whyUnusable({ certificate }: ReaderCertificate, at: Date): Promise<ProblemCode> {
  const verdict = await judgeCertificate(certificate, at);
  return verdict.ok ? "CERTIFICATE_NO_ENCRYPTION_SUBKEY" : verdict.problem.code;
}
