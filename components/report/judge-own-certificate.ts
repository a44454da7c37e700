import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { tabVault, type JudgedCertificate as VaultCertificate } from "#lib/pgp/client.ts";
import type { JudgedCertificate } from "./draft.ts";

/** Of no concern to a reporter: it is about members. */
const signInWarning = "CERTIFICATE_CANNOT_SIGN_IN";

/**
 * The one certificate in a file or a pasted text, judged in this tab's worker before anything is sent.
 *
 * @problem CERTIFICATE_SEVERAL when there is more than one; else the codes of reading and judging a certificate, first
 *   of all CERTIFICATE_IS_PRIVATE.
 */
export async function judgeOwnCertificate(
  input: Uint8Array | string,
  at: Date,
): Promise<Result<JudgedCertificate, Problem>> {
  const judged = await tabVault().ask("judgeCertificates", { input, at });
  if (!judged.ok) return judged;
  const [first, ...others] = judged.value;
  if (first === undefined) return refused({ code: "CERTIFICATE_NONE_FOUND", facts: {} });
  if (others.length > 0) return refused({ code: "CERTIFICATE_SEVERAL", facts: { count: judged.value.length } });
  return usable(first);
}

function usable({ verdict }: VaultCertificate): Result<JudgedCertificate, Problem> {
  if (!verdict.ok) return verdict;
  const { certificate, warnings } = verdict.value;
  const { fingerprint, userIds, algorithm, expiresAt, bytes } = certificate;
  const sentences = warnings
    .filter(({ code }) => code !== signInWarning)
    .map(({ text }) => `${text.wrong} ${text.mend}`);
  return ok({ fingerprint, userIds, algorithm, expiresAt, bytes, warnings: sentences });
}
