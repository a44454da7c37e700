import type { Problem } from "#lib/base/problem.ts";
import { refused, type Result } from "#lib/base/result.ts";
import { checkCommitment, type Commitment } from "./commitment.ts";
import { type OpenedEnvelope, type OpenProblem, openWithSessionKey } from "./open.ts";
import type { SessionKey } from "./session-key.ts";
import type { SignerCertificate } from "./signature-verdict.ts";

/**
 * Checks a disclosure before it is published, which cannot be taken back: the session key is the one that the body was
 * committed to under embargo, and opens it.
 *
 * @param signers - Whose signatures are told apart from strangers'.
 * @problem PGP_COMMITMENT_MISMATCH when the session key or the body is another than the commitment was made for.
 * @problem PGP_DOES_NOT_OPEN when they fit, and yet nothing opens: whoever sealed it made it so.
 */
export async function checkDisclosure({
  body,
  commitment,
  sessionKey,
  signers,
  at,
}: {
  readonly body: Uint8Array;
  readonly commitment: Commitment;
  readonly sessionKey: SessionKey;
  readonly signers: readonly SignerCertificate[];
  readonly at: Date;
}): Promise<Result<OpenedEnvelope, OpenProblem | Problem<"PGP_COMMITMENT_MISMATCH">>> {
  if (!(await checkCommitment({ commitment, sessionKey, body }))) {
    return refused({ code: "PGP_COMMITMENT_MISMATCH", facts: {} });
  }
  return openWithSessionKey({ body, sessionKey, signers, at });
}
