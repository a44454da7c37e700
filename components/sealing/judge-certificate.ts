import { ok, refused, type Result } from "#lib/base/result.ts";
import type { JudgedCertificate } from "#lib/pgp/client.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { fileBytes } from "./attachment-files.ts";
import { vaultAnswer, type Vault } from "./vault-answer.ts";

/** A certificate that the vault found usable, with what it warns of. */
export type UsableCertificate = Extract<JudgedCertificate["verdict"], { readonly ok: true }>["value"];

/**
 * The one usable certificate in a pasted text or a file. It is judged in this tab, so that a private key given by
 * mistake goes nowhere.
 *
 * @problem CERTIFICATE_SEVERAL when there is more than one; FILE_UNREADABLE when the file cannot be read; else
 *   the codes of reading and judging a certificate, first of all CERTIFICATE_IS_PRIVATE.
 */
export async function judgeCertificate(
  vault: Vault,
  given: File | Uint8Array | string,
  at: Date,
): Promise<Result<UsableCertificate, ShownProblem>> {
  const input = given instanceof File ? await fileBytes(given) : given;
  if (input === null) return refused(shownProblem({ code: "FILE_UNREADABLE", facts: {} }));
  const judged = await vaultAnswer(vault.ask("judgeCertificates", { input, at }));
  if (!judged.ok) return judged;
  const [first, ...others] = judged.value;
  if (first === undefined) return refused(shownProblem({ code: "CERTIFICATE_NONE_FOUND", facts: {} }));
  if (others.length > 0)
    return refused(shownProblem({ code: "CERTIFICATE_SEVERAL", facts: { count: judged.value.length } }));
  return first.verdict.ok ? ok(first.verdict.value) : refused(shownProblem(first.verdict.problem));
}
