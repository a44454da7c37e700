import { unshared } from "#lib/base/bytes.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { type CertificateCache, createCertificateCache } from "./certificate-cache.ts";
import { type BodyProblem, checkBody, checkKeyPacket } from "./envelope-check.ts";
import { answeredBytes, decompressionLimit, isCipherFailure, isTooLargeFailure, openpgp } from "./library.ts";
import { cipherName, type SessionKey } from "./session-key.ts";
import { judgeSignature, type SignatureVerdict, type SignerCertificate } from "./signature-verdict.ts";
import { privateKeyOf, type UnlockedKey } from "./unlock.ts";

export interface OpenedEnvelope {
  /** The text as it was sealed, byte for byte. */
  readonly entity: Uint8Array<ArrayBuffer>;
  readonly sessionKey: SessionKey;
  /** One for each signature inside; none where nobody signed. */
  readonly signatures: readonly SignatureVerdict[];
}

export type KeyPacketProblem = Problem<
  | "PGP_NOT_OPENPGP"
  | "PGP_UNSUPPORTED_VERSION"
  | "PGP_HIDDEN_RECIPIENT"
  | "PGP_NOT_FOR_THIS_KEY"
  | "PGP_KEY_STUB"
  | "PGP_OTHER_CIPHER"
  | "PGP_DOES_NOT_OPEN"
>;

export type OpenProblem = BodyProblem | Problem<"PGP_DOES_NOT_OPEN" | "PGP_TOO_LARGE">;

interface Judging {
  /** Whose signatures are told apart from strangers'. */
  readonly signers: readonly SignerCertificate[];
  /** Now, by the server's clock. */
  readonly at: Date;
  readonly cache?: CertificateCache;
}

/**
 * The session key in a key packet; the body is not needed. Expired and revoked keys still open what they could open.
 *
 * @problem PGP_NOT_FOR_THIS_KEY when the packet is for a key that is not part of this one.
 * @problem PGP_KEY_STUB when it is, but its secret is not at hand.
 * @problem PGP_OTHER_CIPHER when the session key is for another cipher than AES.
 * @problem PGP_DOES_NOT_OPEN when it was damaged.
 */
export async function recoverSessionKey(
  keyPacket: Uint8Array,
  key: UnlockedKey,
): Promise<Result<Uint8Array<ArrayBuffer>, KeyPacketProblem>> {
  const checked = checkKeyPacket(keyPacket);
  if (!checked.ok) return checked;
  const { encryptionKeyId } = checked.value;
  if (!key.keyIds.includes(encryptionKeyId)) {
    return refused({ code: "PGP_NOT_FOR_THIS_KEY", facts: { keyId: encryptionKeyId } });
  }
  const decryptionKeys = privateKeyOf(key);
  if (!hasSecret(decryptionKeys, encryptionKeyId)) return refused({ code: "PGP_KEY_STUB", facts: {} });
  try {
    const message = await openpgp.readMessage({ binaryMessage: keyPacket });
    const [recovered] = await openpgp.decryptSessionKeys({ message, decryptionKeys });
    if (recovered?.algorithm == null) return refused({ code: "PGP_DOES_NOT_OPEN", facts: {} });
    if (recovered.algorithm.startsWith("aes")) return ok(unshared(recovered.data));
    const cipher = openpgp.enums.symmetric[recovered.algorithm];
    return refused({ code: "PGP_OTHER_CIPHER", facts: { cipher } });
  } catch (error) {
    if (isCipherFailure(error)) return refused({ code: "PGP_OTHER_CIPHER", facts: { cipher: null } });
    return refused({ code: "PGP_DOES_NOT_OPEN", facts: {} });
  }
}

function hasSecret(privateKey: openpgp.PrivateKey, keyId: string): boolean {
  return privateKey
    .getKeys()
    .some((part) => part.getKeyID().toHex().toUpperCase() === keyId && part.keyPacket.isDecrypted());
}

/**
 * The text of a body whose session key is known: one that was kept, pasted from a ticket, or published.
 *
 * @problem PGP_DOES_NOT_OPEN when key and body do not belong together or the body was changed.
 * @problem PGP_TOO_LARGE when it unfolds to more than `decompressionLimit` allows.
 */
export async function openWithSessionKey({
  body,
  sessionKey,
  signers,
  at,
  cache = createCertificateCache(),
}: Judging & { readonly body: Uint8Array; readonly sessionKey: SessionKey }): Promise<
  Result<OpenedEnvelope, OpenProblem>
> {
  const decrypted = await decryptBody(body, sessionKey);
  if (!decrypted.ok) return decrypted;

  const { entity, packets } = decrypted.value;
  const signatures: SignatureVerdict[] = [];
  for (const signature of packets) {
    signatures.push(await judgeSignature({ signature, bytes: entity, signers, at, cache }));
  }
  return ok({ entity, sessionKey, signatures });
}

/** {@link recoverSessionKey}, then {@link openWithSessionKey}, with the problems of both. */
export async function openEnvelope({
  keyPacket,
  key,
  ...rest
}: Judging & {
  readonly keyPacket: Uint8Array;
  readonly body: Uint8Array;
  readonly key: UnlockedKey;
}): Promise<Result<OpenedEnvelope, KeyPacketProblem | OpenProblem>> {
  const sessionKey = await recoverSessionKey(keyPacket, key);
  return sessionKey.ok ? openWithSessionKey({ ...rest, sessionKey: sessionKey.value }) : sessionKey;
}

/** What a body holds, with the signatures inside still unjudged; for `lib/pgp` alone. */
export async function decryptBody(
  body: Uint8Array,
  sessionKey: SessionKey,
): Promise<
  Result<
    { readonly entity: Uint8Array<ArrayBuffer>; readonly packets: readonly openpgp.SignaturePacket[] },
    OpenProblem
  >
> {
  const checked = checkBody(body);
  if (!checked.ok) return checked;
  const maximumBytes = decompressionLimit(body.length);
  try {
    const message = await openpgp.readMessage({ binaryMessage: body });
    const decrypted = await openpgp.decrypt({
      message,
      sessionKeys: { data: sessionKey, algorithm: cipherName(sessionKey) },
      format: "binary",
      config: { maxDecompressedMessageSize: maximumBytes },
    });
    const packets = (await Promise.all(decrypted.signatures.map(({ signature }) => signature))).flatMap((signature) => [
      ...signature.packets,
    ]);
    return ok({ entity: answeredBytes(decrypted.data), packets });
  } catch (error) {
    if (!isTooLargeFailure(error)) return refused({ code: "PGP_DOES_NOT_OPEN", facts: {} });
    return refused({ code: "PGP_TOO_LARGE", facts: { bytes: null, maximumBytes } });
  }
}
