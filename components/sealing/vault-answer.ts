import type { Problem, ProblemCode } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { VaultClient } from "#lib/pgp/client.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";

/** A vault, as much of it as is asked. */
export type Vault = Pick<VaultClient, "ask">;

/**
 * What the vault answers, its refusals ready to be shown. A vault that has died is a refusal too; what was cancelled
 * rejects with an `AbortError`, as everything does that somebody stops.
 */
export async function vaultAnswer<Value, Code extends ProblemCode>(
  answer: Promise<Result<Value, Problem<Code>>>,
): Promise<Result<Value, ShownProblem>> {
  const outcome = await answer.catch(() => refused({ code: "VAULT_ENDED", facts: {} } as const));
  if (outcome.ok) return outcome;
  if (outcome.problem.code === "PGP_CANCELLED") throw new DOMException("sealing was cancelled", "AbortError");
  return refused(shownProblem(outcome.problem as Problem));
}

/** What a vault answers that refuses nothing as a whole: only that it has died is a refusal then. */
export function vaultOutcome<Outcome>(outcome: Promise<Outcome>): Promise<Result<Outcome, ShownProblem>> {
  return vaultAnswer<Outcome, never>(outcome.then(ok));
}
