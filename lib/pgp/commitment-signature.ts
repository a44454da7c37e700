import { utf8 } from "#lib/base/bytes.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { dearmor } from "./armor.ts";
import { type CertificateCache, createCertificateCache } from "./certificate-cache.ts";
import { type Commitment, commitmentText } from "./commitment.ts";
import { answeredText, openpgp } from "./library.ts";
import { signingOptions } from "./seal.ts";
import { judgeSignature, type SignatureVerdict, type SignerCertificate } from "./signature-verdict.ts";
import type { UnlockedKey } from "./unlock.ts";

/**
 * An author's armoured detached signature over the line that {@link commitmentText} makes. It ties the author to one
 * body and session key in public, without saying what the body says.
 *
 * @problem PGP_SIGNER_UNUSABLE when the key may not sign at `at`.
 * @problem PGP_KEY_STUB when its signing secret is not at hand.
 */
export async function signCommitment({
  commitment,
  key,
  at,
}: {
  readonly commitment: Commitment;
  readonly key: UnlockedKey;
  readonly at: Date;
}): Promise<Result<string, Problem<"PGP_SIGNER_UNUSABLE" | "PGP_KEY_STUB">>> {
  const signing = await signingOptions(key, at);
  if (!signing.ok) return signing;
  const { signingKeys, signingKeyIDs } = signing.value;
  if (signingKeys === undefined || signingKeyIDs === undefined) throw new Error("a signer was lost on the way");
  const message = await openpgp.createMessage({ binary: utf8(commitmentText(commitment)) });
  const options = { message, signingKeys, signingKeyIDs, date: at, detached: true } as const;
  return ok(answeredText(await openpgp.sign(options)));
}

/**
 * Whether an author signed a commitment, with the verdict on the signature: `verified`, or made with a key that is no
 * longer valid.
 *
 * @param signature - Detached, armoured or binary.
 * @problem PGP_COMMITMENT_UNSIGNED when it is not exactly one signature, or not this author's over this commitment.
 */
export async function verifyCommitment({
  commitment,
  signature,
  author,
  at,
  cache = createCertificateCache(),
}: {
  readonly commitment: Commitment;
  readonly signature: Uint8Array | string;
  readonly author: SignerCertificate;
  readonly at: Date;
  readonly cache?: CertificateCache;
}): Promise<Result<SignatureVerdict, Problem<"PGP_COMMITMENT_UNSIGNED">>> {
  const unsigned = refused({ code: "PGP_COMMITMENT_UNSIGNED", facts: {} } as const);
  const packet = await readOneSignature(signature);
  if (packet === null) return unsigned;
  const bytes = utf8(commitmentText(commitment));
  const verdict = await judgeSignature({ signature: packet, bytes, signers: [author], at, cache });
  return verdict.verifiedBy === null ? unsigned : ok(verdict);
}

async function readOneSignature(input: Uint8Array | string): Promise<openpgp.SignaturePacket | null> {
  const dearmored = dearmor(input);
  if (!dearmored.ok) return null;
  try {
    const { packets } = await openpgp.readSignature({ binarySignature: dearmored.value.bytes });
    const [packet, ...others] = packets;
    return packet instanceof openpgp.SignaturePacket && others.length === 0 ? packet : null;
  } catch {
    return null;
  }
}
