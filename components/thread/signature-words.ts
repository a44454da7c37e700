import type { Tone } from "#components/ui/tone.ts";
import type { CommitmentSignature, SignatureVerdict } from "#lib/pgp/client.ts";
import type { OpenedContents } from "./envelope-contents.ts";

/** Who wrote an envelope, by the portal's word alone. */
export interface ClaimedAuthor {
  /** As signers are named: `Ada Lovelace (Debian)`, or `the reporter`. */
  readonly name: string;
}

/** What the signatures of an envelope say of its author. */
export interface SignatureWords {
  readonly tone: Tone;
  /** A word or two, for a badge. */
  readonly short: string;
  readonly sentence: string;
}

/** What an opened envelope says of its author: by the signatures inside, and by the one over its commitment. */
export type Signed = Pick<OpenedContents, "signatures" | "commitmentSignature">;

const unsigned: SignatureWords = {
  tone: "note",
  short: "Not signed",
  sentence: "Only the portal's word says who wrote this.",
};

const unsignedInside: SignatureWords = { ...unsigned, sentence: "The text inside is not signed." };

/** What is known of who wrote and sent something: the badge is of what is worst, the sentences are of both signatures. */
export function signatureWords({ signatures, commitmentSignature }: Signed, author: ClaimedAuthor): SignatureWords {
  const commitment = commitmentWords(commitmentSignature, author);
  const text = textWords(signatures, author) ?? (commitment.short === unsigned.short ? unsigned : unsignedInside);
  // That nobody signed one of them takes nothing from a signature over the other.
  const badge = inOrder(["refusal", "advice", "success", "note"], [text, commitment]) ?? unsigned;
  return { ...badge, sentence: `${text.sentence} ${commitment.sentence}` };
}

function textWords(signatures: readonly SignatureVerdict[], author: ClaimedAuthor): SignatureWords | undefined {
  const judged = signatures.map((signature) => wordsOf(signature, author));
  return inOrder(["refusal", "advice", "note", "success"], judged);
}

function inOrder(order: readonly Tone[], words: readonly SignatureWords[]): SignatureWords | undefined {
  return order.flatMap((tone) => words.filter((each) => each.tone === tone))[0];
}

function commitmentWords(signature: CommitmentSignature, { name }: ClaimedAuthor): SignatureWords {
  switch (signature.outcome) {
    case "none":
      return { ...unsigned, sentence: "The envelope’s commitment is not signed." };
    case "author":
      return {
        tone: "success",
        short: "Commitment verified",
        sentence: `The envelope’s commitment is signed by ${name}: it is as they sealed it.`,
      };
    case "author-key-not-valid-now":
      return {
        tone: "advice",
        short: "Signing key no longer valid",
        sentence: `The envelope’s commitment is signed with a key of ${name} that has expired or was revoked since.`,
      };
    case "another":
      return {
        tone: "advice",
        short: "Signed by another",
        sentence: `The envelope’s commitment is signed by ${signature.name}, though the portal says that ${name} sent it.`,
      };
    case "unknown":
      return {
        tone: "advice",
        short: "Signer unknown",
        sentence: `The envelope’s commitment is signed with key ${signature.keyId}, which is neither of the roster nor of the reporter.`,
      };
    case "does-not-fit":
      return {
        tone: "refusal",
        short: "Signature does not fit",
        sentence: `The signature over the envelope’s commitment does not fit: do not rely on its being from ${name}, and tell the list.`,
      };
  }
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
