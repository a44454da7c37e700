import { ok, type Result } from "#lib/base/result.ts";
import { ticketRequestSchema } from "#lib/schema/member-requests.ts";
import { jsonBody, requestDone } from "#components/request/request.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { vaultAnswer, type Vault } from "#components/sealing/vault-answer.ts";
import type { FetchPart } from "#components/thread/open-envelope.ts";

/**
 * Adds what an envelope made by gpg lacks: the empty body for tickets, and the commitment. Answers the commitment that
 * this browser's own session key makes, whether it was stored or somebody else's stands there already.
 */
export async function completeEnvelope(
  envelopeId: string,
  { vault, fetchPart }: { readonly vault: Vault; readonly fetchPart: FetchPart },
): Promise<Result<string, ShownProblem>> {
  const body = await fetchPart(envelopeId, 0);
  if (!body.ok) return body;
  const completed = await vaultAnswer(vault.ask("complete", { envelopeId, body: body.value }));
  if (!completed.ok) return completed;
  const { commitment, emptyBody } = completed.value;
  const request = ticketRequestSchema.encode({ commitment, emptyBody: new Uint8Array(emptyBody) });
  const stored = await requestDone(`/api/v1/envelopes/${envelopeId}/ticket`, jsonBody("PUT", request));
  return stored.ok || stored.problem.code === "TICKET_EXISTS" ? ok(commitment) : stored;
}
