import { dayMs } from "#lib/base/instant.ts";
import type { CertificateCache } from "./certificate-cache.ts";
import { openpgp } from "./library.ts";

/** Whoever may have signed: a certificate and the name to show. */
export interface SignerCertificate {
  readonly name: string;
  /** Binary, one certificate. */
  readonly certificate: Uint8Array;
}

/**
 * What is known of one signature.
 *
 * - `verified`: made by the named signer, whose key is valid now.
 * - `expired-or-revoked-now`: made with the named signer's key, which is no longer valid. Whoever has such a key can
 *   date a signature back, so this says who held the key, not when it was signed.
 * - `unknown-signer`: no certificate given could have made it.
 * - `bad`: it does not fit the text, or was made by a key or in a way that may not sign, or lies in the future.
 */
export interface SignatureVerdict {
  readonly verdict: "verified" | "expired-or-revoked-now" | "unknown-signer" | "bad";
  /** The signer by certificate; null unless `verified` or `expired-or-revoked-now`. */
  readonly verifiedBy: { readonly fingerprint: string; readonly name: string } | null;
  /** The id that the signature itself names: 16 upper-case hexadecimal digits. */
  readonly keyId: string;
  /** When it says it was made; null where it says nothing. */
  readonly signedAt: Date | null;
}

/** How far ahead a signer's clock may be before their signature counts as lying in the future. */
const clockToleranceMs = dayMs;

const signatureTypes = openpgp.enums.signature;

interface Signer {
  readonly name: string;
  readonly key: openpgp.Key;
}

/**
 * Judges one signature over bytes. OpenPGP.js's own `verify` judges a key at the time that the signature claims, so
 * that an expired or superseded key signs on for ever; this judges it at `at` as well. And it does not hold against a
 * signature that the key's owner has since extended the key.
 *
 * @param bytes - What was signed.
 * @param signers - Everybody whose signature would mean something; others are `unknown-signer`.
 * @param at - Now, by the server's clock.
 */
export async function judgeSignature({
  signature,
  bytes,
  signers,
  at,
  cache,
}: {
  readonly signature: openpgp.SignaturePacket;
  readonly bytes: Uint8Array;
  readonly signers: readonly SignerCertificate[];
  readonly at: Date;
  readonly cache: CertificateCache;
}): Promise<SignatureVerdict> {
  const said = { keyId: signature.issuerKeyID.toHex().toUpperCase(), signedAt: signature.created };
  const candidates = await findSigners(signers, signature.issuerKeyID, cache);
  if (candidates.length === 0) return { verdict: "unknown-signer", verifiedBy: null, ...said };

  const literal = await literalPacket(bytes);
  for (const { name, key } of candidates) {
    if (!(await isMadeBy(key, signature, literal, at))) continue;
    const verdict = await judgeSigningKey(key, signature.issuerKeyID, at);
    if (verdict === "bad") continue;
    return { verdict, verifiedBy: { fingerprint: key.getFingerprint().toUpperCase(), name }, ...said };
  }
  return { verdict: "bad", verifiedBy: null, ...said };
}

async function findSigners(
  signers: readonly SignerCertificate[],
  keyId: openpgp.KeyID,
  cache: CertificateCache,
): Promise<readonly Signer[]> {
  const found: Signer[] = [];
  for (const { name, certificate } of signers) {
    const key = await cache.read(certificate);
    if (key !== null && key.getKeys(keyId).length > 0) found.push({ name, key });
  }
  return found;
}

async function literalPacket(bytes: Uint8Array): Promise<object> {
  const message = await openpgp.createMessage({ binary: bytes });
  const [literal] = message.packets;
  if (literal === undefined) throw new Error("a message was made without its literal packet");
  return literal;
}

/** Whether the signature fits the text and one of the certificate's keys, leaving that key's validity aside. */
async function isMadeBy(
  key: openpgp.Key,
  signature: openpgp.SignaturePacket,
  literal: object,
  at: Date,
): Promise<boolean> {
  const { signatureType, created } = signature;
  // A standalone signature or a timestamp (RFC 9580, section 5.2.1) covers no text, so the library finds that it fits any.
  if (signatureType !== signatureTypes.binary && signatureType !== signatureTypes.text) return false;
  const latest = new Date(at.getTime() + clockToleranceMs);
  for (const { keyPacket } of key.getKeys(signature.issuerKeyID)) {
    try {
      if (created === null || keyPacket.created > created) continue;
      await signature.verify(keyPacket, signatureType, literal, latest);
      return true;
    } catch {
      // Another key of the certificate may share the id.
    }
  }
  return false;
}

async function judgeSigningKey(
  key: openpgp.Key,
  keyId: openpgp.KeyID,
  at: Date,
): Promise<"verified" | "expired-or-revoked-now" | "bad"> {
  if (await maySign(key, keyId, at)) return "verified";
  if ((await maySign(key, keyId, null)) || (await isRevoked(key, keyId, at))) return "expired-or-revoked-now";
  return "bad";
}

/** Whether a key is one that signs, bound to its primary key by both; with null for the instant, expired or not. */
async function maySign(key: openpgp.Key, keyId: openpgp.KeyID, at: Date | null): Promise<boolean> {
  try {
    await key.getSigningKey(keyId, at);
    return true;
  } catch {
    return false;
  }
}

async function isRevoked(key: openpgp.Key, keyId: openpgp.KeyID, at: Date): Promise<boolean> {
  if (await key.isRevoked(undefined, undefined, at)) return true;
  for (const subkey of key.getSubkeys(keyId)) {
    const [binding] = subkey.bindingSignatures;
    if (binding !== undefined && (await subkey.isRevoked(binding, key.keyPacket, at))) return true;
  }
  return false;
}
