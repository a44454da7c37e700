import { ok, refused, type Result } from "#lib/base/result.ts";
import type { JudgedCertificate, VaultClient } from "#lib/pgp/client.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { vaultAnswer } from "#components/sealing/vault-answer.ts";

/** A certificate that the vault found usable, with what it warns of. */
export type UsableCertificate = Extract<JudgedCertificate["verdict"], { readonly ok: true }>["value"];

/**
 * The one usable certificate in a pasted text or a file. It is judged in this tab, so that a private key pasted by
 * mistake goes nowhere.
 */
export async function judgeUpload(
  vault: Pick<VaultClient, "ask">,
  input: Uint8Array | string,
  at: Date,
): Promise<Result<UsableCertificate, ShownProblem>> {
  const judged = await vaultAnswer(vault.ask("judgeCertificates", { input, at }));
  if (!judged.ok) return judged;
  const [first, ...others] = judged.value;
  if (first === undefined) return refused(shownProblem({ code: "CERTIFICATE_NONE_FOUND", facts: {} }));
  if (others.length > 0)
    return refused(shownProblem({ code: "CERTIFICATE_SEVERAL", facts: { count: judged.value.length } }));
  return first.verdict.ok ? ok(first.verdict.value) : refused(shownProblem(first.verdict.problem));
}
