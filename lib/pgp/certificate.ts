import { concatBytes } from "#lib/base/bytes.ts";
import type { Fingerprint } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused } from "#lib/base/result.ts";
import type { Result } from "#lib/base/result.ts";
import { couldEncrypt, keyAlgorithm } from "./key-algorithm.ts";
import type { KeyAlgorithm } from "./key-algorithm.ts";
import { openpgp } from "./library.ts";
import { readPackets } from "./packet.ts";
import { divide, isSecret, packetFingerprint, publicSubkeyTag } from "./read-certificates.ts";

/** One key of a certificate, as its packet says, whether or not any signature supports it. */
export interface KeyPart {
  readonly fingerprint: Fingerprint | null;
  readonly algorithm: KeyAlgorithm;
  readonly couldEncrypt: boolean;
}

/** A certificate taken apart, without other people's signatures, photos, and user ids that nobody signed. */
export interface ParsedCertificate {
  readonly primary: KeyPart;
  readonly subkeys: readonly KeyPart[];
  readonly key: openpgp.Key;
}

type CertificateProblem = Problem<"CERTIFICATE_IS_PRIVATE" | "CERTIFICATE_UNREADABLE" | "CERTIFICATE_TOO_LARGE">;

/** Largest certificate after {@link minimizeCertificate}, in bytes: a bound on how long its signatures take to check. */
export const maximumCertificateBytes = 100_000;

/**
 * The same certificate without other people's signatures and photos. What is left says the same of its keys.
 *
 * @param bytes - One certificate, binary.
 * @problem CERTIFICATE_UNREADABLE when the library cannot read it, as with keys of OpenPGP version 3 or 6.
 * @problem CERTIFICATE_TOO_LARGE when even the rest is longer than {@link maximumCertificateBytes}.
 */
export async function minimizeCertificate(
  bytes: Uint8Array,
): Promise<Result<Uint8Array<ArrayBuffer>, CertificateProblem>> {
  const parts = await certificateParts(bytes);
  if (!parts.ok) return parts;
  const parsed = await parseCertificate(bytes, parts.value);
  return parsed.ok ? ok(concatBytes(parsed.value.key.write())) : parsed;
}

/** One armoured key ring that `gpg --import` takes whole; with the checksum that old versions of it need. */
export function armorCertificates(certificates: readonly Uint8Array[]): string {
  if (certificates.length === 0) throw new Error("no certificates to armour");
  const { publicKey } = openpgp.enums.armor;
  return openpgp.armor(publicKey, concatBytes(...certificates), undefined, undefined, undefined, true);
}

/**
 * The keys of one certificate, primary first, by their packets alone.
 *
 * @problem CERTIFICATE_IS_PRIVATE when one of the keys is secret.
 * @problem CERTIFICATE_UNREADABLE when it is not exactly one certificate.
 */
export async function certificateParts(
  bytes: Uint8Array,
): Promise<Result<readonly [KeyPart, ...KeyPart[]], CertificateProblem>> {
  const packets = readPackets(bytes);
  if (!packets.ok) return refused({ code: "CERTIFICATE_UNREADABLE", facts: {} });
  if (packets.value.some(isSecret)) return refused({ code: "CERTIFICATE_IS_PRIVATE", facts: {} });
  const [certificate, ...others] = divide(packets.value);
  if (certificate === undefined || others.length > 0 || certificate[0] !== packets.value[0]) {
    return refused({ code: "CERTIFICATE_UNREADABLE", facts: {} });
  }

  const [primary, ...rest] = certificate;
  const subkeys = rest.filter(({ tag }) => tag === publicSubkeyTag);
  return ok([
    await keyPart(primary.contents),
    ...(await Promise.all(subkeys.map(({ contents }) => keyPart(contents)))),
  ]);
}

/** Reads a certificate whose parts are known; see {@link minimizeCertificate} for what it refuses. */
export async function parseCertificate(
  bytes: Uint8Array,
  [primary, ...subkeys]: readonly [KeyPart, ...KeyPart[]],
): Promise<Result<ParsedCertificate, CertificateProblem>> {
  const key = await readKey(bytes);
  // The library writes numbers anew: where that changed the key, its signatures would be of another.
  if (key?.getFingerprint().toUpperCase() !== primary.fingerprint) {
    return refused({ code: "CERTIFICATE_UNREADABLE", facts: {} });
  }
  dropForeignSignatures(key);
  if (key.write().length > maximumCertificateBytes) {
    return refused({ code: "CERTIFICATE_TOO_LARGE", facts: { maximumBytes: maximumCertificateBytes } });
  }
  return ok({ primary, subkeys, key });
}

async function readKey(bytes: Uint8Array): Promise<openpgp.Key | undefined> {
  try {
    return await openpgp.readKey({ binaryKey: bytes });
  } catch {
    return undefined;
  }
}

async function keyPart(contents: Uint8Array): Promise<KeyPart> {
  return {
    fingerprint: await packetFingerprint(contents),
    algorithm: keyAlgorithm(contents),
    couldEncrypt: couldEncrypt(contents),
  };
}

function dropForeignSignatures(key: openpgp.Key): void {
  const isOwn = ({ issuerKeyID }: openpgp.SignaturePacket) => issuerKeyID.equals(key.getKeyID());
  key.revocationSignatures = key.revocationSignatures.filter(isOwn);
  key.users = key.users.filter(({ userID, selfCertifications }) => userID !== null && selfCertifications.length > 0);
  for (const user of key.users) {
    user.otherCertifications = [];
    user.revocationSignatures = user.revocationSignatures.filter(isOwn);
  }
  for (const subkey of key.subkeys) {
    subkey.bindingSignatures = subkey.bindingSignatures.filter(isOwn);
    subkey.revocationSignatures = subkey.revocationSignatures.filter(isOwn);
  }
}
