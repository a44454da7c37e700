import { later, utcSecondText } from "#lib/base/instant.ts";
import type { Problem } from "#lib/base/problem.ts";
import type { KeyPart, ParsedCertificate } from "./certificate.ts";
import { openpgp } from "./library.ts";

export type UnusableProblem = Problem<
  | "CERTIFICATE_WEAK"
  | "CERTIFICATE_UNSUPPORTED"
  | "CERTIFICATE_REVOKED"
  | "CERTIFICATE_NO_USER_ID"
  | "CERTIFICATE_NOT_YET_VALID"
  | "CERTIFICATE_EXPIRED"
  | "CERTIFICATE_ENCRYPTION_SUBKEY_EXPIRED"
  | "CERTIFICATE_NO_ENCRYPTION_SUBKEY"
>;

/** Past every date that a signature can bear, so that only what is wrong at all times is found wrong. */
const farFuture = new Date("2200-01-01T00:00:00Z");

/** Admits MD5 and RIPEMD, to tell a certificate that is too weak from one that is damaged. Never to accept one. */
const lenient: openpgp.Config = { ...openpgp.config, rejectHashAlgorithms: new Set() };

const weakHash = "signatures with MD5 or RIPEMD";

/** Why a certificate as a whole is not valid at an instant, or null where it is. */
export async function whyNotValid({ key }: ParsedCertificate, at: Date): Promise<UnusableProblem | null> {
  const fingerprint = key.getFingerprint().toUpperCase();
  if (await key.isRevoked(undefined, undefined, at)) return { code: "CERTIFICATE_REVOKED", facts: { fingerprint } };
  if (key.getCreationTime() > at) return notYetValid(fingerprint, key.getCreationTime());

  const user = await primarySignature(key, at);
  if (user === null) {
    const created = (await primarySignature(key, farFuture))?.created ?? null;
    if (created !== null && created > at) return notYetValid(fingerprint, created);
    const weak = await primarySignature(key, at, lenient);
    if (weak !== null) return { code: "CERTIFICATE_WEAK", facts: { fingerprint, algorithm: weakHash } };
    return { code: "CERTIFICATE_NO_USER_ID", facts: { fingerprint } };
  }

  if (await isValid(key.verifyPrimaryKey(at))) return null;
  const expiredAt = await key.getExpirationTime();
  const facts = { fingerprint, expiredAt: utcSecondText(expiredAt instanceof Date ? expiredAt : at) };
  return { code: "CERTIFICATE_EXPIRED", facts };
}

/** Why nothing in a valid certificate can be encrypted to at an instant. */
export async function whyNoEncryption(
  { key, primary, subkeys }: ParsedCertificate,
  at: Date,
): Promise<UnusableProblem> {
  const { fingerprint } = primary;
  const faults: SubkeyFault[] = [];
  for (const subkey of key.subkeys) {
    const part = subkeys.find((each) => each.fingerprint === subkey.getFingerprint().toUpperCase());
    const fault = part === undefined ? null : await subkeyFault(subkey, part, at);
    if (fault !== null) faults.push(fault);
  }

  const end = latestOf(faults, "expired");
  if (end !== null) {
    return { code: "CERTIFICATE_ENCRYPTION_SUBKEY_EXPIRED", facts: { fingerprint, expiredAt: utcSecondText(end) } };
  }
  const start = latestOf(faults, "early");
  if (start !== null) return notYetValid(fingerprint, start);
  const weak = faults.find((fault) => fault.kind === "weak");
  if (weak !== undefined) return { code: "CERTIFICATE_WEAK", facts: { fingerprint, algorithm: weak.algorithm } };
  const unknown = subkeys.find(({ algorithm, couldEncrypt }) => couldEncrypt && algorithm.standing === "unsupported");
  if (unknown === undefined) return { code: "CERTIFICATE_NO_ENCRYPTION_SUBKEY", facts: { fingerprint } };
  return { code: "CERTIFICATE_UNSUPPORTED", facts: { fingerprint, algorithm: unknown.algorithm.text } };
}

type SubkeyFault =
  | { readonly kind: "weak"; readonly algorithm: string }
  | { readonly kind: "expired" | "early"; readonly instant: Date };

/** What is wrong with a subkey that was meant for encryption; null where it was not, or was revoked. */
async function subkeyFault(subkey: openpgp.Subkey, part: KeyPart, at: Date): Promise<SubkeyFault | null> {
  const { algorithm } = part;
  const binding = await newestBinding(subkey);
  if (binding === null || !isMeantForEncryption(binding, part)) return null;
  if (await subkey.isRevoked(binding, subkey.mainKey.keyPacket, at)) return null;

  if (algorithm.standing === "weak") return { kind: "weak", algorithm: algorithm.text };
  const { hashAlgorithm, created, keyExpirationTime } = binding;
  if (hashAlgorithm === null || openpgp.config.rejectHashAlgorithms.has(hashAlgorithm)) {
    return { kind: "weak", algorithm: weakHash };
  }
  const createdAt = subkey.getCreationTime();
  const start = later(createdAt, created ?? createdAt);
  if (start > at) return { kind: "early", instant: start };
  const lifetimeSeconds = keyExpirationTime ?? 0;
  if (lifetimeSeconds === 0) return null;
  const expiresAt = new Date(createdAt.getTime() + lifetimeSeconds * 1000);
  return expiresAt <= at ? { kind: "expired", instant: expiresAt } : null;
}

function latestOf(faults: readonly SubkeyFault[], kind: "expired" | "early"): Date | null {
  const times = faults.flatMap((fault) => (fault.kind === kind ? [fault.instant.getTime()] : []));
  return times.length === 0 ? null : new Date(Math.max(...times));
}

function notYetValid(fingerprint: string | null, validFrom: Date): UnusableProblem {
  return { code: "CERTIFICATE_NOT_YET_VALID", facts: { fingerprint, validFrom: utcSecondText(validFrom) } };
}

async function primarySignature(
  key: openpgp.Key,
  at: Date,
  config: openpgp.Config = openpgp.config,
): Promise<openpgp.SignaturePacket | null> {
  try {
    return (await key.getPrimaryUser(at, undefined, config)).selfCertification;
  } catch {
    return null;
  }
}

/** The binding signature that is newest of all, whether or not it is in force yet or rests on a weak hash. */
export async function newestBinding(subkey: openpgp.Subkey): Promise<openpgp.SignaturePacket | null> {
  const { keyPacket: key } = subkey.mainKey;
  const { subkeyBinding } = openpgp.enums.signature;
  const valid: openpgp.SignaturePacket[] = [];
  for (const signature of subkey.bindingSignatures) {
    const check = signature.verify(key, subkeyBinding, { key, bind: subkey.keyPacket }, farFuture, false, lenient);
    if (await isValid(check)) valid.push(signature);
  }
  valid.sort((left, right) => Number(left.created) - Number(right.created));
  return valid.at(-1) ?? null;
}

/** Where a signature of some twenty years ago says nothing of the key's use, its algorithm does, as with gpg. */
function isMeantForEncryption({ keyFlags }: openpgp.SignaturePacket, { couldEncrypt }: KeyPart): boolean {
  if (keyFlags === null) return couldEncrypt;
  const { encryptCommunication, encryptStorage } = openpgp.enums.keyFlags;
  return ((keyFlags[0] ?? 0) & (encryptCommunication | encryptStorage)) !== 0;
}

async function isValid(check: Promise<unknown>): Promise<boolean> {
  try {
    await check;
    return true;
  } catch {
    return false;
  }
}
