import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { type CertificateCache, createCertificateCache } from "./certificate-cache.ts";
import { commitmentOf } from "./commitment.ts";
import { grant, type ReaderCertificate, type SealedKeyPacket } from "./grant.ts";
import { answeredBytes, openpgp } from "./library.ts";
import { cipherName, newSessionKey, type SessionKey } from "./session-key.ts";
import { privateKeyOf, signingKeyId, type UnlockedKey } from "./unlock.ts";

/** What sealing leaves behind. All but the session key may be given to the server. */
export interface SealedEnvelope {
  /** In the order of the readers. */
  readonly keyPackets: readonly SealedKeyPacket[];
  readonly body: Uint8Array<ArrayBuffer>;
  /** A body without text under the same session key: what a ticket is made of. */
  readonly emptyBody: Uint8Array<ArrayBuffer>;
  /** 32 bytes. */
  readonly commitment: Uint8Array<ArrayBuffer>;
  readonly sessionKey: SessionKey;
}

type SignerProblem = Problem<"PGP_SIGNER_UNUSABLE" | "PGP_KEY_STUB">;

interface Sealing {
  readonly entity: Uint8Array;
  readonly readers: readonly ReaderCertificate[];
  readonly sessionKey?: SessionKey;
  readonly at: Date;
  readonly cache?: CertificateCache;
}

/**
 * Encrypts an entity once, byte for byte, and its session key to each reader: version 1 of integrity-protected data
 * with AES-256, version 3 key packets, no compression, which is what every OpenPGP program reads.
 *
 * @param entity - A MIME entity, padded already; lengths show.
 * @param signer - Signs inside, or null where there is no key at hand.
 * @param sessionKey - Fresh unless given.
 * @param at - The server's time: a wrong clock of the author's does no harm.
 * @param cache - Keep one over many calls where certificates repeat.
 * @problem PGP_READER_UNUSABLE when a certificate cannot be encrypted to; names the first such reader.
 * @problem PGP_SIGNER_UNUSABLE when the signer's key may not sign at that instant.
 * @problem PGP_KEY_STUB when the signer's signing secret is not at hand.
 */
export async function seal({
  signer,
  ...sealing
}: Sealing & { readonly signer: UnlockedKey | null }): Promise<
  Result<SealedEnvelope, Problem<"PGP_READER_UNUSABLE"> | SignerProblem>
> {
  if (signer === null) return sealUnsigned(sealing);
  const signing = await signingOptions(signer, sealing.at);
  return signing.ok ? sealUnsigned(sealing, signing.value) : signing;
}

/** {@link seal} without a signer. */
export async function sealUnsigned(
  { entity, readers, sessionKey = newSessionKey(), at, cache = createCertificateCache() }: Sealing,
  signing?: SigningOptions,
): Promise<Result<SealedEnvelope, Problem<"PGP_READER_UNUSABLE">>> {
  const granted = await Promise.all(readers.map((reader) => grant({ sessionKey, reader, at, cache })));
  const keyPackets: SealedKeyPacket[] = [];
  for (const each of granted) {
    if (!each.ok) return each;
    keyPackets.push(each.value);
  }
  const body = await encryptBody(entity, sessionKey, { date: at, ...signing });
  const commitment = await commitmentOf(sessionKey, body);
  return ok({ keyPackets, body, emptyBody: await sealEmptyBody(sessionKey), commitment, sessionKey });
}

/** A body of its own for a large attachment, under its envelope's session key. Not signed: the entity names its hash. */
export function sealBody(bytes: Uint8Array, sessionKey: SessionKey): Promise<Uint8Array<ArrayBuffer>> {
  return encryptBody(bytes, sessionKey, { date: undated });
}

/** A body without text, for the tickets of an envelope that another program made. */
export function sealEmptyBody(sessionKey: SessionKey): Promise<Uint8Array<ArrayBuffer>> {
  return encryptBody(new Uint8Array(0), sessionKey, { date: undated });
}

/** The date of literal data says nothing to anybody here; 0 is the format's own "none". */
const undated = new Date(0);

interface SigningOptions {
  readonly signingKeys: openpgp.PrivateKey;
  readonly signingKeyIDs: openpgp.KeyID;
}

/** What makes OpenPGP.js sign, checked first so that a key that cannot sign is told from a broken one. */
export async function signingOptions(signer: UnlockedKey, at: Date): Promise<Result<SigningOptions, SignerProblem>> {
  const signingKeys = privateKeyOf(signer);
  const signingKeyIDs = await signingKeyId(signingKeys, at);
  if (signingKeyIDs !== null) return ok({ signingKeys, signingKeyIDs });
  return refused({ code: signer.canSign ? "PGP_SIGNER_UNUSABLE" : "PGP_KEY_STUB", facts: {} });
}

async function encryptBody(
  binary: Uint8Array,
  sessionKey: SessionKey,
  options: Partial<SigningOptions> & { readonly date: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  const { date } = options;
  const message = await openpgp.createMessage({ binary, date });
  const sealed: unknown = await openpgp.encrypt({
    message,
    sessionKey: { data: sessionKey, algorithm: cipherName(sessionKey) },
    ...options,
    format: "binary",
  });
  return answeredBytes(sealed);
}
