import type { Tone } from "#components/ui/tone.ts";
import type { SignatureVerdict } from "#lib/pgp/client.ts";

/** Who wrote an envelope, by the portal's word alone. */
export interface ClaimedAuthor {
  /** As signers are named: `Ada Lovelace (Debian)`, or `the reporter`. */
  readonly name: string;
}

/** What the signatures inside an envelope say of its author, in a sentence. */
export interface SignatureWords {
  readonly tone: Tone;
  /** A word or two, for a badge. */
  readonly short: string;
  readonly sentence: string;
}

const unsigned: SignatureWords = {
  tone: "note",
  short: "Not signed",
  sentence: "Only the portal's word says who wrote this.",
};

/** What is known of who wrote something, the worst first where there are several signatures. */
export function signatureWords(signatures: readonly SignatureVerdict[], author: ClaimedAuthor): SignatureWords {
  const judged = signatures.map((signature) => wordsOf(signature, author));
  for (const tone of ["refusal", "advice", "note", "success"] as const) {
    const found = judged.find((words) => words.tone === tone);
    if (found !== undefined) return found;
  }
  return unsigned;
}

function wordsOf({ verdict, verifiedBy, keyId }: SignatureVerdict, author: ClaimedAuthor): SignatureWords {
  switch (verdict) {
    case "verified":
      return verifiedWords(verifiedBy?.name ?? keyId, author);
    case "expired-or-revoked-now":
      return {
        tone: "advice",
        short: "Signing key no longer valid",
        sentence: `Signed with the key of ${verifiedBy?.name ?? keyId}, which has expired or was revoked since. When it was signed cannot be known.`,
      };
    case "unknown-signer":
      return {
        tone: "advice",
        short: "Signer unknown",
        sentence: `Signed with key ${keyId}, which is neither of the roster nor of the reporter.`,
      };
    case "bad":
      return {
        tone: "refusal",
        short: "Signature does not fit",
        sentence: `It claims to be signed with key ${keyId}, and is not: do not rely on who wrote this.`,
      };
  }
}

function verifiedWords(signer: string, author: ClaimedAuthor): SignatureWords {
  if (signer === author.name) {
    return { tone: "success", short: "Signature verified", sentence: `Signed by ${signer}, with a key valid now.` };
  }
  return {
    tone: "advice",
    short: "Signed by another",
    sentence: `Signed by ${signer}, though the portal says that ${author.name} sent it.`,
  };
}
