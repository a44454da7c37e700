import { ok, type Result } from "#lib/base/result.ts";
import { tabVault } from "#lib/pgp/client.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { judgeCertificate } from "#components/sealing/judge-certificate.ts";
import type { JudgedCertificate } from "./draft.ts";

/** Of no concern to a reporter: it is about members. */
const signInWarning = "CERTIFICATE_CANNOT_SIGN_IN";

/** A reporter's own certificate for replies; see {@link judgeCertificate}. */
export async function judgeOwnCertificate(
  given: File | string,
  at: Date,
): Promise<Result<JudgedCertificate, ShownProblem>> {
  const judged = await judgeCertificate(tabVault(), given, at);
  if (!judged.ok) return judged;
  const { certificate, warnings } = judged.value;
  const { fingerprint, userIds, algorithm, expiresAt, bytes } = certificate;
  const sentences = warnings
    .filter(({ code }) => code !== signInWarning)
    .map(({ text }) => `${text.wrong} ${text.mend}`);
  return ok({ fingerprint, userIds, algorithm, expiresAt, bytes, warnings: sentences });
}
