import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { NewCertificate } from "#lib/data/members.ts";
import { minimizeCertificate } from "#lib/pgp/certificate.ts";
import { readCertificates } from "#lib/pgp/read-certificates.ts";
import { judgeCertificate, type CertificateWarning } from "#lib/pgp/verdict.ts";

/** A certificate as it is stored: without other people's signatures, and with what is warned of. */
export interface JudgedCertificate extends NewCertificate {
  readonly signingKeyIds: readonly string[];
  readonly userIds: readonly string[];
  readonly warnings: readonly CertificateWarning[];
}

/**
 * The one certificate in an upload, if it can be encrypted to now.
 *
 * @problem CERTIFICATE_SEVERAL when there is more than one; else the codes of reading and judging a certificate.
 */
export async function usableCertificate(
  input: Uint8Array | string,
  now: Date,
): Promise<Result<JudgedCertificate, Problem>> {
  const read = await readCertificates(input);
  if (!read.ok) return read;
  const [first, ...others] = read.value;
  if (first === undefined) return refused({ code: "CERTIFICATE_NONE_FOUND", facts: {} });
  if (others.length > 0) return refused({ code: "CERTIFICATE_SEVERAL", facts: { count: read.value.length } });

  const minimized = await minimizeCertificate(first.bytes);
  if (!minimized.ok) return minimized;
  const verdict = await judgeCertificate(minimized.value, now);
  if (!verdict.ok) return verdict;
  const { certificate, warnings } = verdict.value;
  return ok({
    fingerprint: certificate.fingerprint,
    encryptionKeyId: certificate.encryptionKeyId,
    encryptionFingerprint: certificate.encryptionFingerprint,
    otherKeyIds: certificate.otherKeyIds,
    algorithm: certificate.algorithm,
    bytes: certificate.bytes,
    sha256: certificate.sha256,
    expiresAt: certificate.expiresAt,
    signingKeyIds: certificate.signingKeyIds,
    userIds: certificate.userIds,
    warnings,
  });
}
