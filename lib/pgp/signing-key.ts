import { utcSecondText } from "#lib/base/instant.ts";
import { ok, refused } from "#lib/base/result.ts";
import type { Result } from "#lib/base/result.ts";
import { certificateParts, parseCertificate } from "./certificate.ts";
import type { ParsedCertificate } from "./certificate.ts";
import type { openpgp } from "./library.ts";
import { newestBinding, whyNotValid } from "./why-unusable.ts";

/** Why a signature is not believed, whatever it says: its key. */
export type SigningKeyFault =
  | { readonly code: "KEY_UNKNOWN" | "KEY_REVOKED" | "KEY_MAY_NOT_SIGN" }
  | { readonly code: "KEY_EXPIRED"; readonly expiredAt: string };

/** The certificate, taken apart, if its key of this id may sign at the instant; else why it may not. */
export async function whyMayNotSign(
  certificate: Uint8Array,
  keyId: openpgp.KeyID,
  at: Date,
): Promise<Result<openpgp.Key, SigningKeyFault>> {
  const parts = await certificateParts(certificate);
  const parsed = parts.ok ? await parseCertificate(certificate, parts.value) : parts;
  if (!parsed.ok || parsed.value.key.getKeys(keyId).length === 0) return refused({ code: "KEY_UNKNOWN" });
  const fault = (await certificateFault(parsed.value, at)) ?? (await partFault(parsed.value, keyId, at));
  return fault === null ? ok(parsed.value.key) : refused(fault);
}

async function certificateFault(parsed: ParsedCertificate, at: Date): Promise<SigningKeyFault | null> {
  if (parsed.primary.algorithm.standing !== "good") return { code: "KEY_MAY_NOT_SIGN" };
  const problem = await whyNotValid(parsed, at);
  if (problem === null) return null;
  if (problem.code === "CERTIFICATE_REVOKED") return { code: "KEY_REVOKED" };
  if (problem.code === "CERTIFICATE_EXPIRED") return { code: "KEY_EXPIRED", expiredAt: problem.facts.expiredAt };
  return { code: "KEY_MAY_NOT_SIGN" };
}

/** What is wrong with one key of a valid certificate as a key to sign with. */
async function partFault(
  { key, primary, subkeys }: ParsedCertificate,
  keyId: openpgp.KeyID,
  at: Date,
): Promise<SigningKeyFault | null> {
  for (const subkey of key.getSubkeys(keyId)) {
    const binding = await newestBinding(subkey);
    if (binding !== null && (await subkey.isRevoked(binding, key.keyPacket, at))) return { code: "KEY_REVOKED" };
    const expiresAt = await subkey.getExpirationTime(at);
    if (expiresAt instanceof Date && expiresAt <= at) {
      return { code: "KEY_EXPIRED", expiredAt: utcSecondText(expiresAt) };
    }
  }
  try {
    const part = await key.getSigningKey(keyId, at);
    const fingerprint = part.getFingerprint().toUpperCase();
    const packet = [primary, ...subkeys].find((each) => each.fingerprint === fingerprint);
    return packet?.algorithm.standing === "good" ? null : { code: "KEY_MAY_NOT_SIGN" };
  } catch {
    return { code: "KEY_MAY_NOT_SIGN" };
  }
}
