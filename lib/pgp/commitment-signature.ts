import { utf8 } from "#lib/base/bytes.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, type Result } from "#lib/base/result.ts";
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
  const message = await openpgp.createMessage({ binary: utf8(commitmentText(commitment)) });
  const options = { message, ...signing.value, date: at, detached: true } as const;
  return ok(answeredText(await openpgp.sign(options)));
}

/**
 * What is known of the signature over an envelope's commitment.
 *
 * - `none`: nobody signed it, as in an envelope made by gpg.
 * - `author`: made by whoever is named as the author, with a key that is valid now.
 * - `author-key-not-valid-now`: made with the author's key, which has expired or was revoked; when cannot be known.
 * - `another`: made by somebody who is known, and is not the author named.
 * - `unknown`: no certificate given could have made it.
 * - `does-not-fit`: not one signature, or one over something else, or made by a key or in a way that may not sign.
 */
export type CommitmentSignature =
  | { readonly outcome: "none" | "author" | "author-key-not-valid-now" | "does-not-fit" }
  | { readonly outcome: "another"; readonly name: string }
  | { readonly outcome: "unknown"; readonly keyId: string };

/** A signature as it is stored, and whose it is said to be: the author as signers are named. */
export interface ClaimedSignature {
  /** Detached, armoured or binary. */
  readonly signature: Uint8Array | string;
  readonly author: string;
}

/**
 * Judges the signature over a commitment.
 *
 * @param commitment - Made of the session key and the body that are at hand: who signed another signed something else.
 * @param signers - Everybody whose signature would mean something, the author among them.
 */
export async function judgeCommitmentSignature({
  commitment,
  claimed: { signature, author },
  signers,
  at,
  cache = createCertificateCache(),
}: {
  readonly commitment: Commitment;
  readonly claimed: ClaimedSignature;
  readonly signers: readonly SignerCertificate[];
  readonly at: Date;
  readonly cache?: CertificateCache;
}): Promise<CommitmentSignature> {
  const packet = await readOneSignature(signature);
  if (packet === null) return { outcome: "does-not-fit" };
  const bytes = utf8(commitmentText(commitment));
  // Two may share a certificate, a member who reports with their own say: then it is the author's.
  const authorFirst = [...signers].sort((a, b) => Number(b.name === author) - Number(a.name === author));
  const verdict = await judgeSignature({ signature: packet, bytes, signers: authorFirst, at, cache });
  return outcomeOf(verdict, author);
}

function outcomeOf({ verdict, verifiedBy, keyId }: SignatureVerdict, author: string): CommitmentSignature {
  if (verdict === "unknown-signer") return { outcome: "unknown", keyId };
  if (verifiedBy === null) return { outcome: "does-not-fit" };
  if (verifiedBy.name !== author) return { outcome: "another", name: verifiedBy.name };
  return { outcome: verdict === "verified" ? "author" : "author-key-not-valid-now" };
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
