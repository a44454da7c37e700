import { concatBytes, hex } from "#lib/base/bytes.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { type Packet, readPackets, tags } from "./packet.ts";

/** Largest envelope taken: attachments of 25 MiB in all, as base64 inside or as bodies beside, and what goes with them. */
export const maximumEnvelopeBytes = 40 * 1024 * 1024;

/** Most key packets of one envelope: several times the largest list. */
export const maximumKeyPackets = 1000;

/** Larger than the key packet of a 16384-bit RSA key, the largest that GnuPG reads. */
const maximumKeyPacketBytes = 2100;

/** Version, random prefix of 18 bytes, and the packet with the SHA-1 of the text (RFC 9580, section 5.13.1). */
const minimumBodyBytes = 1 + 18 + 22;

/** One reader's key packet, as it stands in the message. */
export interface KeyPacketPart {
  /** Of the (sub)key it is encrypted to: 16 upper-case hexadecimal digits. */
  readonly encryptionKeyId: string;
  readonly bytes: Uint8Array;
}

/** An envelope taken apart. Views of the input, so that nothing large is copied. */
export interface SplitEnvelope {
  readonly keyPackets: readonly KeyPacketPart[];
  readonly body: Uint8Array;
}

export type BodyProblem = Problem<
  | "PGP_NOT_OPENPGP"
  | "PGP_NO_BODY"
  | "PGP_TWO_BODIES"
  | "PGP_UNSUPPORTED_VERSION"
  | "PGP_NOT_ENCRYPTED"
  | "PGP_UNAUTHENTICATED"
  | "PGP_SYMMETRIC_ONLY"
  | "PGP_TRAILING_PACKETS"
  | "PGP_TOO_LARGE"
>;

export type SplitProblem = BodyProblem | Problem<"PGP_HIDDEN_RECIPIENT" | "PGP_TOO_MANY_KEY_PACKETS">;

/**
 * Takes an encrypted message apart without any key, and refuses all that is not key packets followed by one body,
 * each of a version that GnuPG 2.2 reads. Marker and padding packets are refused too: no program in use writes them
 * here, and what stands outside the body is covered by nothing.
 *
 * @param bytes - A binary OpenPGP message.
 * @problem PGP_TOO_LARGE when there are more than `maximumBytes`; exactly as many pass.
 * @problem PGP_NOT_OPENPGP when the framing, or a key packet's own shape, is broken.
 * @problem PGP_SYMMETRIC_ONLY when a passphrase opens it too.
 * @problem PGP_TRAILING_PACKETS when anything stands before, between or after key packets and body.
 */
export function splitEnvelope(
  bytes: Uint8Array,
  maximumBytes: number = maximumEnvelopeBytes,
): Result<SplitEnvelope, SplitProblem> {
  const packets = readBounded(bytes, maximumBytes);
  if (!packets.ok) return packets;
  const problem = findEncryptionProblem(packets.value) ?? findOrderProblem(packets.value);
  if (problem !== null) return refused(problem);

  const keyPackets: KeyPacketPart[] = [];
  for (const packet of packets.value.slice(0, -1)) {
    const part = readKeyPacket(packet);
    if (!part.ok) return part;
    keyPackets.push(part.value);
  }
  if (keyPackets.length > maximumKeyPackets) {
    return refused({ code: "PGP_TOO_MANY_KEY_PACKETS", facts: { maximumKeyPackets } });
  }
  return ok({ keyPackets, body: packets.value.at(-1)?.bytes ?? bytes });
}

/**
 * Checks that bytes are one encrypted body and nothing else, as an attachment is stored.
 *
 * @problem PGP_TRAILING_PACKETS when there is a key packet as well: it belongs to the envelope, not to its parts.
 */
export function checkBody(
  bytes: Uint8Array,
  maximumBytes: number = maximumEnvelopeBytes,
): Result<Uint8Array, BodyProblem> {
  const packets = readBounded(bytes, maximumBytes);
  if (!packets.ok) return packets;
  const problem = findEncryptionProblem(packets.value) ?? findForeignPackets(packets.value, tags.body);
  return problem === null ? ok(bytes) : refused(problem);
}

/**
 * Checks that bytes are one key packet and nothing else, as a grant is sent.
 *
 * @problem PGP_NOT_OPENPGP when they are anything else.
 */
export function checkKeyPacket(
  bytes: Uint8Array,
): Result<KeyPacketPart, Problem<"PGP_NOT_OPENPGP" | "PGP_UNSUPPORTED_VERSION" | "PGP_HIDDEN_RECIPIENT">> {
  const packets = readPackets(bytes, 1);
  if (!packets.ok) return packets;
  const [packet] = packets.value;
  if (packet?.tag !== tags.keyPacket) return refused({ code: "PGP_NOT_OPENPGP", facts: {} });
  return readKeyPacket(packet);
}

/** A complete OpenPGP message for whoever can open the key packet. */
export function joinEnvelope(keyPacket: Uint8Array, body: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatBytes(keyPacket, body);
}

function readBounded(
  bytes: Uint8Array,
  maximumBytes: number,
): Result<readonly Packet[], Problem<"PGP_NOT_OPENPGP" | "PGP_TOO_LARGE">> {
  if (bytes.length <= maximumBytes) return readPackets(bytes);
  return refused({ code: "PGP_TOO_LARGE", facts: { bytes: bytes.length, maximumBytes } });
}

const clearTags: ReadonlySet<number> = new Set([tags.literal, tags.compressed, tags.signature, tags.onePassSignature]);

/** What is wrong with the encrypted data itself, the worst first: nothing matters more than readable text. */
function findEncryptionProblem(packets: readonly Packet[]): BodyProblem | null {
  if (packets.some(({ tag }) => clearTags.has(tag))) return { code: "PGP_NOT_ENCRYPTED", facts: {} };
  if (packets.some(({ tag }) => tag === tags.unauthenticatedBody)) return { code: "PGP_UNAUTHENTICATED", facts: {} };
  if (packets.some(({ tag }) => tag === tags.passphraseKeyPacket)) return { code: "PGP_SYMMETRIC_ONLY", facts: {} };

  const bodies = packets.filter(({ tag }) => tag === tags.body || tag === tags.gnupgBody);
  const [body] = bodies;
  if (body === undefined) return { code: "PGP_NO_BODY", facts: {} };
  if (bodies.length > 1) return { code: "PGP_TWO_BODIES", facts: { bodies: bodies.length } };

  const version = body.contents[0] ?? null;
  if (body.tag === tags.body && version === 1) {
    return body.contents.length < minimumBodyBytes ? { code: "PGP_NOT_OPENPGP", facts: {} } : null;
  }
  return { code: "PGP_UNSUPPORTED_VERSION", facts: { tag: body.tag, version, algorithm: null } };
}

function findOrderProblem(packets: readonly Packet[]): Problem<"PGP_TRAILING_PACKETS"> | null {
  const foreign = findForeignPackets(packets, tags.keyPacket, tags.body);
  if (foreign !== null || packets.at(-1)?.tag === tags.body) return foreign;
  const body = packets.findIndex(({ tag }) => tag === tags.body);
  return { code: "PGP_TRAILING_PACKETS", facts: { tags: distinctTags(packets.slice(body + 1)) } };
}

function findForeignPackets(
  packets: readonly Packet[],
  ...expected: readonly number[]
): Problem<"PGP_TRAILING_PACKETS"> | null {
  const foreign = packets.filter(({ tag }) => !expected.includes(tag));
  return foreign.length === 0 ? null : { code: "PGP_TRAILING_PACKETS", facts: { tags: distinctTags(foreign) } };
}

function distinctTags(packets: readonly Packet[]): readonly number[] {
  return [...new Set(packets.map(({ tag }) => tag))];
}

/** Public-key algorithms that GnuPG 2.2 decrypts with: RSA (1 and 2), Elgamal, ECDH (RFC 9580, section 9.1). */
const readableAlgorithms: ReadonlySet<number> = new Set([1, 2, 16, 18]);

/** Reads a version 3 key packet (RFC 9580, section 5.1.1) down to its last byte, so that nothing can hide in it. */
function readKeyPacket({
  tag,
  contents,
  bytes,
}: Packet): Result<KeyPacketPart, Problem<"PGP_NOT_OPENPGP" | "PGP_UNSUPPORTED_VERSION" | "PGP_HIDDEN_RECIPIENT">> {
  const [version] = contents;
  if (version === undefined || bytes.length > maximumKeyPacketBytes) {
    return refused({ code: "PGP_NOT_OPENPGP", facts: {} });
  }
  if (version !== 3) return refused({ code: "PGP_UNSUPPORTED_VERSION", facts: { tag, version, algorithm: null } });

  const encryptionKeyId = hex(contents.subarray(1, 9)).toUpperCase();
  const algorithm = contents[9] ?? 0;
  if (!readableAlgorithms.has(algorithm)) {
    return refused({ code: "PGP_UNSUPPORTED_VERSION", facts: { tag, version, algorithm } });
  }
  if (!isWholeSecret(algorithm, contents.subarray(10))) return refused({ code: "PGP_NOT_OPENPGP", facts: {} });
  if (encryptionKeyId === "0000000000000000") return refused({ code: "PGP_HIDDEN_RECIPIENT", facts: {} });
  return ok({ encryptionKeyId, bytes });
}

/** Whether the encrypted session key is exactly what its algorithm asks for (RFC 9580, sections 5.1.3 to 5.1.5). */
function isWholeSecret(algorithm: number, secret: Uint8Array): boolean {
  const afterFirst = endOfMpi(secret, 0);
  switch (algorithm) {
    case 16:
      return endOfMpi(secret, afterFirst) === secret.length;
    case 18:
      return afterFirst < secret.length && afterFirst + 1 + (secret[afterFirst] ?? 0) === secret.length;
    default:
      return afterFirst === secret.length;
  }
}

/** Where the multiprecision integer that begins at an offset ends (RFC 9580, section 3.2), or Infinity. */
function endOfMpi(bytes: Uint8Array, offset: number): number {
  const [high, low] = [bytes[offset], bytes[offset + 1]];
  if (high === undefined || low === undefined) return Number.POSITIVE_INFINITY;
  const bits = high * 256 + low;
  const end = offset + 2 + Math.ceil(bits / 8);
  return bits === 0 || end > bytes.length ? Number.POSITIVE_INFINITY : end;
}
