import { minuteMs } from "#lib/base/instant.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused } from "#lib/base/result.ts";
import type { Result } from "#lib/base/result.ts";
import { openpgp } from "./library.ts";
import { whyMayNotSign } from "./signing-key.ts";
import type { SigningKeyFault } from "./signing-key.ts";
import { privateKeyOf, signingKeyId } from "./unlock.ts";
import type { UnlockedKey } from "./unlock.ts";

/** One clear-signed text (RFC 9580, section 7), read but not verified: nothing of it may be believed or shown. */
export interface ClearSigned {
  /** With LF between its lines, and none after the last. */
  readonly text: string;
  /** From its first line of armour to its last, with LF line ends. */
  readonly block: string;
  readonly message: openpgp.CleartextMessage;
}

export interface VerifiedSignature {
  /** Of the key or subkey that signed, 16 upper-case hexadecimal digits. */
  readonly keyId: string;
  readonly signedAt: Date;
}

/** Why a clear-signed text is not believed. Callers say it in the words of their own matter. */
export type SignatureFault =
  | { readonly code: "NOT_CLEAR_SIGNED" | "BAD_SIGNATURE" }
  | { readonly code: "OTHER_TEXT"; readonly text: string }
  | { readonly code: "WEAK_HASH"; readonly hash: string }
  | { readonly code: "CLOCK"; readonly differenceSeconds: number }
  | SigningKeyFault;

/** How far a signer's clock may be from ours. */
export const clockToleranceMs = 2 * minuteMs;

const beginning = "-----BEGIN PGP SIGNED MESSAGE-----";
const ending = "-----END PGP SIGNATURE-----";
const maximumCharacters = 2_000_000;

/**
 * The text, clear-signed as `gpg --clearsign` does it, with LF line ends.
 *
 * @param at - The time that the signature bears: the server's, where the local clock may be wrong.
 * @problem SIGNING_KEY_MISSING when no part of the key may sign at that time and has its secret at hand.
 */
export async function clearSign(
  text: string,
  key: UnlockedKey,
  at: Date,
): Promise<Result<string, Problem<"SIGNING_KEY_MISSING">>> {
  const privateKey = privateKeyOf(key);
  const keyId = await signingKeyId(privateKey, at);
  if (keyId === null) return refused({ code: "SIGNING_KEY_MISSING", facts: {} });

  const message = await openpgp.createCleartextMessage({ text });
  const signed = await openpgp.sign({ message, signingKeys: privateKey, signingKeyIDs: keyId, date: at });
  return ok(signed.replaceAll("\r\n", "\n"));
}

/**
 * Whether a text is the expected one and was clear-signed by a certificate's key just now. The library's own
 * verification believes an expired key that dates its signature back; these checks do not.
 *
 * @param signed - As pasted; what stands around the clear-signed block is ignored.
 * @param expectedText - Without blanks at the ends of its lines, which no clear-signed text keeps.
 * @param certificate - Binary, as it is known to us: never what came with the text.
 * @param issuedAt - When the text was handed out; a signature more than 2 minutes older is refused.
 */
export async function verifyClearSigned({
  signed,
  expectedText,
  certificate,
  issuedAt,
  now,
}: {
  readonly signed: string;
  readonly expectedText: string;
  readonly certificate: Uint8Array;
  readonly issuedAt: Date;
  readonly now: Date;
}): Promise<Result<VerifiedSignature, SignatureFault>> {
  const read = await readClearSigned(signed);
  if (read === null) return refused({ code: "NOT_CLEAR_SIGNED" });
  if (read.text !== withoutLineEnds(expectedText)) return refused({ code: "OTHER_TEXT", text: read.text });
  return verifySignature({ read, certificate, notBefore: issuedAt, now });
}

/** Takes apart the first clear-signed block of a text; null where there is none, or it is not whole. */
export async function readClearSigned(signed: string): Promise<ClearSigned | null> {
  const text = `\n${signed.replaceAll("\r\n", "\n")}`;
  const start = text.indexOf(`\n${beginning}`) + 1;
  const end = text.indexOf(`\n${ending}`, start);
  if (start === 0 || end < 0 || end - start > maximumCharacters) return null;
  const block = `${text.slice(start, end)}\n${ending}\n`;
  try {
    const message = await openpgp.readCleartextMessage({ cleartextMessage: block });
    return { block, message, text: withoutLineEnds(message.getText()) };
  } catch {
    return null;
  }
}

/**
 * Whether a text that was read bears exactly one signature, by a key of the certificate that may sign, is valid now,
 * and signed between `notBefore` (null for no limit) and now, give or take {@link clockToleranceMs}.
 */
export async function verifySignature({
  read: { message },
  certificate,
  notBefore,
  now,
}: {
  readonly read: ClearSigned;
  readonly certificate: Uint8Array;
  readonly notBefore: Date | null;
  readonly now: Date;
}): Promise<Result<VerifiedSignature, SignatureFault>> {
  const [keyId, ...otherIds] = message.getSigningKeyIDs();
  if (keyId === undefined || otherIds.length > 0) return refused({ code: "NOT_CLEAR_SIGNED" });
  const signer = await whyMayNotSign(certificate, keyId, now);
  if (!signer.ok) return signer;

  // Its own clock may be ahead of ours within the tolerance, which is looked at below.
  const date = new Date(now.getTime() + clockToleranceMs + 1000);
  // A key that was extended after it signed has lost the self-signature of that time, and is valid all the same.
  const config = { allowInsecureVerificationWithReformattedKeys: true };
  const { signatures } = await openpgp.verify({ message, verificationKeys: signer.value.toPublic(), date, config });
  const [signature] = signatures;
  const [packet] = (await signature?.signature)?.packets ?? [];
  if (signature === undefined || packet === undefined) return refused({ code: "BAD_SIGNATURE" });

  const fault = faultOf(packet, notBefore, now);
  if (fault !== null) return refused(fault);
  const isGenuine = await signature.verified.catch(() => false);
  if (!isGenuine || packet.created === null) return refused({ code: "BAD_SIGNATURE" });
  return ok({ keyId: keyId.toHex().toUpperCase(), signedAt: packet.created });
}

function faultOf(
  { signatureType, hashAlgorithm, created }: openpgp.SignaturePacket,
  notBefore: Date | null,
  now: Date,
): SignatureFault | null {
  if (signatureType !== openpgp.enums.signature.text || hashAlgorithm === null || created === null) {
    return { code: "BAD_SIGNATURE" };
  }
  if (openpgp.config.rejectMessageHashAlgorithms.has(hashAlgorithm)) {
    return { code: "WEAK_HASH", hash: openpgp.enums.read(openpgp.enums.hash, hashAlgorithm).toUpperCase() };
  }
  const behindMs = notBefore === null ? 0 : notBefore.getTime() - created.getTime();
  if (behindMs > clockToleranceMs) return { code: "CLOCK", differenceSeconds: -Math.ceil(behindMs / 1000) };
  const aheadMs = created.getTime() - now.getTime();
  return aheadMs > clockToleranceMs ? { code: "CLOCK", differenceSeconds: Math.ceil(aheadMs / 1000) } : null;
}

/** Without the ends of line that an editor or a terminal adds after the last line, and no signature covers. */
function withoutLineEnds(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(/\n+$/, "");
}
