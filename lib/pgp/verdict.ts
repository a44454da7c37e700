import { concatBytes, hex, sha256 } from "#lib/base/bytes.ts";
import type { Fingerprint } from "#lib/base/id.ts";
import { addDays, utcSecondText } from "#lib/base/instant.ts";
import type { Problem } from "#lib/base/problem.ts";
import type { ProblemText } from "#lib/base/problems/text.ts";
import { ok, refused } from "#lib/base/result.ts";
import type { Result } from "#lib/base/result.ts";
import { certificateParts, parseCertificate } from "./certificate.ts";
import type { KeyPart, ParsedCertificate } from "./certificate.ts";
import { openpgp } from "./library.ts";
import { whyNoEncryption, whyNotValid } from "./why-unusable.ts";
import type { UnusableProblem } from "./why-unusable.ts";

/** What Fortnight keeps of a certificate. Fingerprints and key ids are upper-case hexadecimal. */
export interface CertificateSummary {
  readonly fingerprint: Fingerprint;
  /** Of the key that {@link openpgp.encryptSessionKey} picks: the newest valid one that may encrypt. */
  readonly encryptionKeyId: string;
  readonly encryptionFingerprint: Fingerprint;
  /** Of the keys that may sign, at the instant of the judgement. */
  readonly signingKeyIds: readonly string[];
  /** Of all its keys but the one that is encrypted to. */
  readonly otherKeyIds: readonly string[];
  /** Those with a valid signature of the certificate's own. */
  readonly userIds: readonly string[];
  /** Of the key that is encrypted to, such as `RSA 4096` or `Curve25519`. */
  readonly algorithm: string;
  readonly createdAt: Date;
  /** When it, or the key in it that is encrypted to, expires; null for never. */
  readonly expiresAt: Date | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of {@link bytes}, lower-case hexadecimal. */
  readonly sha256: string;
}

/** Something that its owner should know, though the certificate is accepted. */
export interface CertificateWarning {
  readonly code: "CERTIFICATE_SHA1" | "CERTIFICATE_EXPIRES_SOON" | "CERTIFICATE_CANNOT_SIGN_IN";
  readonly text: ProblemText;
}

export interface UsableCertificate {
  readonly certificate: CertificateSummary;
  readonly warnings: readonly CertificateWarning[];
}

export type Verdict = Result<
  UsableCertificate,
  | UnusableProblem
  | Problem<
      | "CERTIFICATE_IS_PRIVATE"
      | "CERTIFICATE_UNREADABLE"
      | "CERTIFICATE_TOO_LARGE"
      | "CERTIFICATE_ENCRYPTION_SUBKEY_EXPIRED"
    >
>;

/** A certificate that expires in this many days, or fewer, is accepted with a warning. */
export const expiryWarningDays = 30;

/**
 * Whether a certificate can be encrypted to at an instant, by every program that its readers may use.
 *
 * @param bytes - One certificate, binary; see `readCertificates` and `minimizeCertificate`.
 * @problem CERTIFICATE_IS_PRIVATE, CERTIFICATE_UNREADABLE, CERTIFICATE_TOO_LARGE when it cannot be looked at.
 * @problem CERTIFICATE_UNSUPPORTED when its version, algorithm or curve is one that GnuPG 2.2 or we cannot use.
 * @problem CERTIFICATE_WEAK when it is RSA of less than 2048 bits, DSA or ElGamal, or signed with MD5 or RIPEMD.
 * @problem CERTIFICATE_REVOKED when its owner revoked it.
 * @problem CERTIFICATE_NO_USER_ID when none of its user ids has a valid signature of its own.
 * @problem CERTIFICATE_NOT_YET_VALID when it, or its newest signature, was made later than `at`.
 * @problem CERTIFICATE_EXPIRED when it expired at `at` or before.
 * @problem CERTIFICATE_ENCRYPTION_SUBKEY_EXPIRED when only what could be encrypted to has expired.
 * @problem CERTIFICATE_NO_ENCRYPTION_SUBKEY when there is nothing valid to encrypt to.
 */
export async function judgeCertificate(bytes: Uint8Array, at: Date): Promise<Verdict> {
  const parts = await certificateParts(bytes);
  if (!parts.ok) return parts;
  const unfit = refuseUnfit(parts.value[0]);
  if (unfit !== null) return refused(unfit);

  const parsed = await parseCertificate(bytes, parts.value);
  if (!parsed.ok) return parsed;
  const invalid = await whyNotValid(parsed.value, at);
  if (invalid !== null) return refused(invalid);

  const encryption = await encryptionPart(parsed.value.key, at);
  if (encryption === null) return refused(await whyNoEncryption(parsed.value, at));
  const unfitForEncryption = refuseUnfit(partOf(parsed.value, encryption));
  if (unfitForEncryption !== null) return refused(unfitForEncryption);
  return ok(await summarize(parsed.value, encryption, bytes, at));
}

type SomeKey = openpgp.Key | openpgp.Subkey;

async function encryptionPart(key: openpgp.Key, at: Date): Promise<SomeKey | null> {
  try {
    return await key.getEncryptionKey(undefined, at);
  } catch {
    return null;
  }
}

async function signingParts(parsed: ParsedCertificate, at: Date): Promise<readonly SomeKey[]> {
  const parts: SomeKey[] = [];
  for (const part of parsed.key.getKeys()) {
    if (partOf(parsed, part).algorithm.standing !== "good") continue;
    try {
      parts.push(await parsed.key.getSigningKey(part.getKeyID(), at));
    } catch {
      // This part may not sign; another may.
    }
  }
  return parts;
}

function refuseUnfit({
  fingerprint,
  algorithm,
}: KeyPart): Problem<"CERTIFICATE_WEAK" | "CERTIFICATE_UNSUPPORTED"> | null {
  if (algorithm.standing === "good") return null;
  const facts = { fingerprint, algorithm: algorithm.text };
  return { code: algorithm.standing === "weak" ? "CERTIFICATE_WEAK" : "CERTIFICATE_UNSUPPORTED", facts };
}

function partOf({ primary, subkeys }: ParsedCertificate, key: SomeKey): KeyPart {
  const fingerprint = fingerprintOf(key);
  const part = [primary, ...subkeys].find((each) => each.fingerprint === fingerprint);
  if (part === undefined) throw new Error(`no key packet for ${fingerprint}`);
  return part;
}

async function summarize(
  parsed: ParsedCertificate,
  encryption: SomeKey,
  bytes: Uint8Array,
  at: Date,
): Promise<UsableCertificate> {
  const { key } = parsed;
  const signing = await signingParts(parsed, at);
  const signingKeyIds = signing.map(keyIdOf);
  const encryptionKeyId = keyIdOf(encryption);
  const expiresAt = await expiryOf(key, encryption, at);
  const copy = concatBytes(bytes);
  return {
    certificate: {
      fingerprint: fingerprintOf(key),
      encryptionKeyId,
      encryptionFingerprint: fingerprintOf(encryption),
      signingKeyIds,
      otherKeyIds: key
        .getKeys()
        .map(keyIdOf)
        .filter((id) => id !== encryptionKeyId),
      userIds: await validUserIds(key, at),
      algorithm: partOf(parsed, encryption).algorithm.text,
      createdAt: key.getCreationTime(),
      expiresAt,
      bytes: copy,
      sha256: hex(await sha256(copy)),
    },
    warnings: [
      ...((await restsOnSha1(key, [encryption, ...signing], at)) ? [sha1Warning(fingerprintOf(key))] : []),
      ...(expiresAt !== null && expiresAt <= addDays(at, expiryWarningDays) ? [expiryWarning(expiresAt)] : []),
      ...(signing.length === 0 ? [signInWarning] : []),
    ],
  };
}

async function expiryOf(key: openpgp.Key, encryption: SomeKey, at: Date): Promise<Date | null> {
  const ends = [
    await key.getExpirationTime(),
    encryption instanceof openpgp.Subkey ? await encryption.getExpirationTime(at) : null,
  ].filter((end) => end instanceof Date);
  return ends.length === 0 ? null : new Date(Math.min(...ends.map((end) => end.getTime())));
}

async function validUserIds(key: openpgp.Key, at: Date): Promise<readonly string[]> {
  const userIds: string[] = [];
  for (const user of key.users) {
    const isValid = await user.verify(at).catch(() => false);
    if (isValid && user.userID !== null) userIds.push(user.userID.userID);
  }
  return userIds;
}

/** Whether one of the signatures that the certificate's use rests on was made with SHA-1, which sq refuses. */
async function restsOnSha1(key: openpgp.Key, parts: readonly SomeKey[], at: Date): Promise<boolean> {
  const { selfCertification } = await key.getPrimaryUser(at);
  const bindings = await Promise.all(
    parts.filter((part) => part instanceof openpgp.Subkey).map((subkey) => subkey.verify(at)),
  );
  const signatures = [selfCertification, ...bindings, ...bindings.map(({ embeddedSignature }) => embeddedSignature)];
  return signatures.some((signature) => signature?.hashAlgorithm === openpgp.enums.hash.sha1);
}

function fingerprintOf(key: SomeKey): Fingerprint {
  return key.getFingerprint().toUpperCase() as Fingerprint;
}

function keyIdOf(key: SomeKey): string {
  return key.getKeyID().toHex().toUpperCase();
}

function sha1Warning(fingerprint: Fingerprint): CertificateWarning {
  return {
    code: "CERTIFICATE_SHA1",
    text: {
      wrong:
        "This certificate is signed with SHA-1, which newer programs refuse: sq cannot encrypt to it, or decrypt with it.",
      mend: `Sign it anew: gpg --quick-set-expire ${fingerprint} 3y, then the same with '*' at the end, and upload it again.`,
    },
  };
}

function expiryWarning(expiresAt: Date): CertificateWarning {
  return {
    code: "CERTIFICATE_EXPIRES_SOON",
    text: {
      wrong: `Nothing can be encrypted to this certificate from ${utcSecondText(expiresAt)} on.`,
      mend: "Extend it with gpg --quick-set-expire FINGERPRINT 2y, again with '*' for its subkeys, and upload it again.",
    },
  };
}

const signInWarning: CertificateWarning = {
  code: "CERTIFICATE_CANNOT_SIGN_IN",
  text: {
    wrong: "This certificate can be encrypted to, but has no key that may sign, so its owner cannot sign in with it.",
    mend: "Add one with gpg --quick-add-key FINGERPRINT ed25519 sign 2y and upload the certificate again.",
  },
};
