import { minuteMs, utcSecondText } from "#lib/base/instant.ts";
import type { Problem } from "#lib/base/problem.ts";
import { refused } from "#lib/base/result.ts";
import type { Result } from "#lib/base/result.ts";
import { certificateParts } from "./certificate.ts";
import { verifyClearSigned } from "./clear-sign.ts";
import type { SignatureFault, VerifiedSignature } from "./clear-sign.ts";

/** What a person signs to sign in. */
export interface Challenge {
  /** Of the site, such as `https://fortnight.example.org`. */
  readonly origin: string;
  /** Of the certificate that shall sign. */
  readonly fingerprint: string;
  /** Random, used once. */
  readonly nonce: string;
  /** Binds the challenge to the browser that asked for it: the SHA-256 of its cookie, hexadecimal. */
  readonly preLoginHash: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

export type SignInProblem = Problem<
  | "SIGN_IN_OTHER_TEXT"
  | "SIGN_IN_OTHER_SITE"
  | "SIGN_IN_EXPIRED"
  | "SIGN_IN_KEY_EXPIRED"
  | "SIGN_IN_KEY_REVOKED"
  | "SIGN_IN_KEY_UNKNOWN"
  | "SIGN_IN_KEY_MAY_NOT_SIGN"
  | "SIGN_IN_BAD_SIGNATURE"
  | "SIGN_IN_CLOCK"
  | "SIGN_IN_WEAK_HASH"
>;

/** How long a challenge is good for. */
export const challengeLifetimeMs = 5 * minuteMs;

/** A certificate by which nothing was ever signed. */
const nobody = new Uint8Array();

const title = "fortnight sign-in v1";
const purpose = "This signs one browser in. It gives no permission to publish, disclose or change anything.";
const wellFormed =
  /^fortnight sign-in v1\nSite: (https?:\/\/[\w.:[\]-]{1,255})\nPurpose: [^\n]+\nKey: [0-9A-F]+\nNonce: \S+\nSession: \S+\nIssued: [^\n]+\nExpires: [^\n]+$/;

/** The text to sign: eight lines that a person can read, the site among the first. */
export function challengeText(challenge: Challenge): string {
  const { origin, fingerprint, nonce, preLoginHash, issuedAt, expiresAt } = challenge;
  for (const word of [origin, fingerprint, nonce, preLoginHash]) {
    if (!/^[\x21-\x7e]+$/.test(word)) throw new Error("a word of the challenge is empty or holds a blank");
  }
  return [
    title,
    `Site: ${origin}`,
    `Purpose: ${purpose}`,
    `Key: ${fingerprint}`,
    `Nonce: ${nonce}`,
    `Session: ${preLoginHash}`,
    `Issued: ${utcSecondText(issuedAt)}`,
    `Expires: ${utcSecondText(expiresAt)}`,
  ].join("\n");
}

/**
 * Whether a pasted answer is this challenge, signed just now by the key it names. The caller has the challenge
 * back under its own mark from the browser it was given to, and uses its nonce up: else it answers SIGN_IN_REPLAYED.
 *
 * @param signed - What `gpg --clearsign` printed.
 * @param certificate - Of the challenge's fingerprint, as stored here. Where nobody has that key it is anybody's: it is
 *   looked at as closely, so that the time it takes tells nobody who is known here, and then refused; null for none.
 * @problem SIGN_IN_BAD_SIGNATURE when it is not one whole clear-signed text with one genuine signature.
 * @problem SIGN_IN_OTHER_SITE when it is a challenge of another origin, SIGN_IN_OTHER_TEXT when it is anything else.
 * @problem SIGN_IN_EXPIRED from `expiresAt` on.
 * @problem SIGN_IN_CLOCK when the signature's time is more than 2 minutes before `issuedAt` or after `now`.
 * @problem SIGN_IN_KEY_UNKNOWN when another key signed; SIGN_IN_KEY_EXPIRED, SIGN_IN_KEY_REVOKED and
 *   SIGN_IN_KEY_MAY_NOT_SIGN speak of the key as it is now; SIGN_IN_WEAK_HASH of SHA-1 and worse.
 */
export async function checkChallengeAnswer({
  signed,
  challenge,
  certificate,
  now,
}: {
  readonly signed: string;
  readonly challenge: Challenge;
  readonly certificate: Uint8Array | null;
  readonly now: Date;
}): Promise<Result<VerifiedSignature, SignInProblem>> {
  const verified = await verifyClearSigned({
    signed,
    expectedText: challengeText(challenge),
    certificate: certificate ?? nobody,
    issuedAt: challenge.issuedAt,
    now,
  });
  const isNamed = await isOf(certificate ?? nobody, challenge);
  const judged = isNamed || (!verified.ok && isAboutText(verified.problem)) ? verified : unknown;
  if (!judged.ok && isAboutText(judged.problem)) return refused(signInProblem(judged.problem, challenge));
  if (now >= challenge.expiresAt) {
    return refused({ code: "SIGN_IN_EXPIRED", facts: { expiredAt: utcSecondText(challenge.expiresAt) } });
  }
  return judged.ok ? judged : refused(signInProblem(judged.problem, challenge));
}

const unknown = refused({ code: "KEY_UNKNOWN" } as const);

/** Whether it is the certificate that the challenge names, so that no mix-up signs in somebody else. */
async function isOf(certificate: Uint8Array, { fingerprint }: Challenge): Promise<boolean> {
  const parts = await certificateParts(certificate);
  return parts.ok && parts.value[0].fingerprint === fingerprint;
}

/** What is wrong with the paste itself helps more than that it is also late. */
function isAboutText({ code }: SignatureFault): boolean {
  return code === "OTHER_TEXT" || code === "NOT_CLEAR_SIGNED";
}

function signInProblem(fault: SignatureFault, { origin }: Challenge): SignInProblem {
  switch (fault.code) {
    case "OTHER_TEXT": {
      const signedOrigin = wellFormed.exec(fault.text)?.[1];
      return signedOrigin === undefined || signedOrigin === origin
        ? { code: "SIGN_IN_OTHER_TEXT", facts: {} }
        : { code: "SIGN_IN_OTHER_SITE", facts: { origin: signedOrigin } };
    }
    case "WEAK_HASH":
      return { code: "SIGN_IN_WEAK_HASH", facts: { hash: fault.hash } };
    case "CLOCK":
      return { code: "SIGN_IN_CLOCK", facts: { differenceSeconds: fault.differenceSeconds } };
    case "KEY_EXPIRED":
      return { code: "SIGN_IN_KEY_EXPIRED", facts: { expiredAt: fault.expiredAt } };
    case "KEY_REVOKED":
      return { code: "SIGN_IN_KEY_REVOKED", facts: {} };
    case "KEY_UNKNOWN":
      return { code: "SIGN_IN_KEY_UNKNOWN", facts: {} };
    case "KEY_MAY_NOT_SIGN":
      return { code: "SIGN_IN_KEY_MAY_NOT_SIGN", facts: {} };
    case "NOT_CLEAR_SIGNED":
    case "BAD_SIGNATURE":
      return { code: "SIGN_IN_BAD_SIGNATURE", facts: {} };
  }
}
