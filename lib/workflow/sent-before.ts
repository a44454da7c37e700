import type { ReporterActor, SignedInActor } from "#lib/access/actor.ts";
import type { EnvelopeId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { findSentEnvelope } from "#lib/data/envelopes.ts";

export interface SentEnvelope {
  readonly id: EnvelopeId;
  readonly sentAt: Date;
}

/**
 * What this very submission became when it came before, or null where it has not. It is asked before anything else of
 * a repeat is judged: the roster may have changed since, and what was taken stays taken.
 *
 * @problem SUBMISSION_ID_REUSED when something else came under this submission id.
 */
export async function sentBefore(
  actor: ReporterActor | SignedInActor,
  submissionId: string,
  hash: string,
): Promise<Result<SentEnvelope, Problem<"SUBMISSION_ID_REUSED">> | null> {
  const earlier = await findSentEnvelope(actor, submissionId);
  if (earlier === null) return null;
  const { id, sentAt, submissionHash } = earlier;
  return submissionHash === hash ? ok({ id, sentAt }) : refused({ code: "SUBMISSION_ID_REUSED", facts: {} });
}
