import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { SplitEnvelope } from "./envelope-check.ts";

/** A reader as the roster knows them. Fingerprint and key ids are upper-case hexadecimal. */
export interface EnvelopeReader {
  readonly name: string;
  /** Of the primary key. */
  readonly fingerprint: string;
  /** Of the (sub)key that the roster names for encryption. */
  readonly encryptionKeyId: string;
  /** Of the certificate's other keys, so that a message to one of them can be told from one to a stranger. */
  readonly otherKeyIds: readonly string[];
}

export interface ReaderKeyPacket {
  readonly reader: EnvelopeReader;
  readonly bytes: Uint8Array;
}

export type ReaderProblem = Problem<
  "PGP_OTHER_SUBKEY" | "PGP_DUPLICATE_READER" | "PGP_READERS_MISSING" | "PGP_READERS_UNKNOWN"
>;

/**
 * Whose each key packet is. Every required reader has one, nobody has two, and there is none for anybody else.
 *
 * @param required - Readers who must have a key packet.
 * @param allowed - Readers who may have one besides, such as the reporter and guests.
 * @problem PGP_OTHER_SUBKEY when a packet is for a reader's other key than the one that the roster names.
 * @problem PGP_READERS_MISSING when required readers have none; said before PGP_READERS_UNKNOWN where both hold.
 */
export function checkReaders(
  split: SplitEnvelope,
  { required, allowed }: { readonly required: readonly EnvelopeReader[]; readonly allowed: readonly EnvelopeReader[] },
): Result<readonly ReaderKeyPacket[], ReaderProblem> {
  const readers = byKeyId([...required, ...allowed]);
  const found = new Map<string, ReaderKeyPacket>();
  const unknownKeyIds: string[] = [];
  for (const { encryptionKeyId, bytes } of split.keyPackets) {
    const reader = readers.get(encryptionKeyId);
    if (reader === undefined) unknownKeyIds.push(encryptionKeyId);
    else if (reader.encryptionKeyId !== encryptionKeyId) return refused(otherSubkey(reader, encryptionKeyId));
    else if (found.has(encryptionKeyId)) return refused({ code: "PGP_DUPLICATE_READER", facts: { name: reader.name } });
    else found.set(encryptionKeyId, { reader, bytes });
  }
  const missing = required.filter(
    ({ encryptionKeyId, fingerprint }) => found.get(encryptionKeyId)?.reader.fingerprint !== fingerprint,
  );
  if (missing.length > 0) {
    return refused({ code: "PGP_READERS_MISSING", facts: { names: missing.map(({ name }) => name) } });
  }
  if (unknownKeyIds.length > 0) return refused({ code: "PGP_READERS_UNKNOWN", facts: { keyIds: unknownKeyIds } });
  return ok([...found.values()]);
}

/**
 * Encryption keys win over other keys, and the first reader over later ones: who is both required and allowed counts
 * as required, and a certificate made to share a key id with another takes nothing away from it.
 */
function byKeyId(readers: readonly EnvelopeReader[]): ReadonlyMap<string, EnvelopeReader> {
  const keyIds = new Map<string, EnvelopeReader>();
  for (const reader of readers) {
    if (!keyIds.has(reader.encryptionKeyId)) keyIds.set(reader.encryptionKeyId, reader);
  }
  for (const reader of readers) {
    for (const keyId of reader.otherKeyIds) if (!keyIds.has(keyId)) keyIds.set(keyId, reader);
  }
  return keyIds;
}

function otherSubkey(reader: EnvelopeReader, keyId: string): Problem<"PGP_OTHER_SUBKEY"> {
  return { code: "PGP_OTHER_SUBKEY", facts: { name: reader.name, keyId, expectedKeyId: reader.encryptionKeyId } };
}
