import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { ReporterCertificate, ReporterCertificateOrigin } from "#lib/data/reporter-certificates.ts";
import { usableCertificate } from "./usable-certificate.ts";

type NewReporterCertificate = Omit<ReporterCertificate, "id">;

/**
 * The certificates to which replies to a reporter are sealed: the one of their receipt, and one of their own.
 *
 * @problem REPLY_CERTIFICATE_UNUSABLE naming the verdict, CERTIFICATE_IS_PRIVATE, and the codes of reading one.
 */
export async function checkReplyCertificates(
  ofReceipt: Uint8Array<ArrayBuffer> | null,
  own: Uint8Array<ArrayBuffer> | null,
  now: Date,
): Promise<Result<readonly NewReporterCertificate[], Problem>> {
  const certificates: NewReporterCertificate[] = [];
  for (const [bytes, origin] of [
    [ofReceipt, "receipt"],
    [own, "own"],
  ] as const) {
    if (bytes === null) continue;
    const certificate = await replyCertificate(bytes, origin, now);
    if (!certificate.ok) return certificate;
    const { fingerprint } = certificate.value;
    if (certificates.every((other) => other.fingerprint !== fingerprint)) certificates.push(certificate.value);
  }
  return ok(certificates);
}

/** One certificate to which replies are sealed; see {@link checkReplyCertificates} for what it refuses. */
export async function replyCertificate(
  input: Uint8Array<ArrayBuffer>,
  origin: ReporterCertificateOrigin,
  now: Date,
): Promise<Result<NewReporterCertificate, Problem>> {
  const certificate = await usableCertificate(input, now);
  if (!certificate.ok) {
    const { code } = certificate.problem;
    if (code === "CERTIFICATE_IS_PRIVATE") return certificate;
    return refused({ code: "REPLY_CERTIFICATE_UNUSABLE", facts: { reason: code }, field: "certificate" });
  }
  const { fingerprint, encryptionKeyId, otherKeyIds, bytes } = certificate.value;
  return ok({ origin, fingerprint, encryptionKeyId, otherKeyIds, bytes });
}
