import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";

/** One packet of OpenPGP data (RFC 9580, section 4), framed but not understood. */
export interface Packet {
  readonly tag: number;
  /** What the packet holds, without header and partial lengths. */
  readonly contents: Uint8Array;
  /** The whole packet as it stands in the input. */
  readonly bytes: Uint8Array;
}

/** Packet tags that Fortnight speaks of by name (RFC 9580, section 5; tag 20 is GnuPG's). */
export const tags = {
  keyPacket: 1,
  signature: 2,
  passphraseKeyPacket: 3,
  onePassSignature: 4,
  secretKey: 5,
  publicKey: 6,
  secretSubkey: 7,
  compressed: 8,
  unauthenticatedBody: 9,
  literal: 11,
  userId: 13,
  publicSubkey: 14,
  userAttribute: 17,
  body: 18,
  gnupgBody: 20,
} as const;

/** Packets whose length may be given in parts or, in the old format, not at all. */
const streamableTags: ReadonlySet<number> = new Set([8, 9, 11, 18, 20]);

const minimumFirstPartBytes = 512;
const defaultMaximumPackets = 10_000;

/** Where one stretch of contents lies, and whether another length follows it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly isPartial: boolean;
}

/**
 * The packets that `bytes` consist of, in both header formats and with partial lengths. Their contents are views of
 * the input wherever they lie in one piece.
 *
 * @problem PGP_NOT_OPENPGP when the bytes are empty, end within a packet, hold more than `maximumPackets` packets, or
 *   break the framing of RFC 9580, section 4.2.
 */
export function readPackets(
  bytes: Uint8Array,
  maximumPackets: number = defaultMaximumPackets,
): Result<readonly Packet[], Problem<"PGP_NOT_OPENPGP">> {
  const packets: Packet[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const packet = packets.length < maximumPackets ? readPacket(bytes, offset) : null;
    if (packet === null) return refused({ code: "PGP_NOT_OPENPGP", facts: {} });
    packets.push(packet);
    offset += packet.bytes.length;
  }
  return packets.length === 0 ? refused({ code: "PGP_NOT_OPENPGP", facts: {} }) : ok(packets);
}

function readPacket(bytes: Uint8Array, offset: number): Packet | null {
  const header = bytes[offset] ?? 0;
  if ((header & 0x80) === 0) return null;
  return (header & 0x40) === 0 ? readOldPacket(bytes, offset, header) : readNewPacket(bytes, offset, header & 0x3f);
}

function readOldPacket(bytes: Uint8Array, offset: number, header: number): Packet | null {
  const tag = (header >> 2) & 0x0f;
  const lengthType = header & 0x03;
  if (tag === 0 || (lengthType === 3 && !streamableTags.has(tag))) return null;

  const lengthBytes = lengthType === 3 ? 0 : 1 << lengthType;
  const start = offset + 1 + lengthBytes;
  const length = lengthType === 3 ? bytes.length - start : bigEndian(bytes, offset + 1, lengthBytes);
  const end = start + length;
  if (end > bytes.length) return null;
  return { tag, contents: bytes.subarray(start, end), bytes: bytes.subarray(offset, end) };
}

function readNewPacket(bytes: Uint8Array, offset: number, tag: number): Packet | null {
  if (tag === 0) return null;
  const first = readNewStretch(bytes, offset + 1);
  if (first === null) return null;
  if (!first.isPartial) {
    return { tag, contents: bytes.subarray(first.start, first.end), bytes: bytes.subarray(offset, first.end) };
  }
  if (!streamableTags.has(tag) || first.end - first.start < minimumFirstPartBytes) return null;
  return readPartialPacket(bytes, offset, tag);
}

/** Walks the parts twice, first for their total, so that a million parts of one byte cost no memory of their own. */
function readPartialPacket(bytes: Uint8Array, offset: number, tag: number): Packet | null {
  let contentBytes = 0;
  let end = offset + 1;
  for (let isPartial = true; isPartial;) {
    const stretch = readNewStretch(bytes, end);
    if (stretch === null) return null;
    contentBytes += stretch.end - stretch.start;
    ({ end, isPartial } = stretch);
  }
  const contents = new Uint8Array(contentBytes);
  let filled = 0;
  for (let at = offset + 1; at < end;) {
    const stretch = readNewStretch(bytes, at);
    if (stretch === null) return null;
    contents.set(bytes.subarray(stretch.start, stretch.end), filled);
    filled += stretch.end - stretch.start;
    at = stretch.end;
  }
  return { tag, contents, bytes: bytes.subarray(offset, end) };
}

/** One length of the new format (RFC 9580, section 4.2.1) and the contents it counts, or null where bytes run out. */
function readNewStretch(bytes: Uint8Array, at: number): Stretch | null {
  const first = bytes[at];
  if (first === undefined) return null;
  const [start, length, isPartial] = newLength(bytes, at, first);
  const end = start + length;
  return end > bytes.length ? null : { start, end, isPartial };
}

function newLength(bytes: Uint8Array, at: number, first: number): readonly [number, number, boolean] {
  if (first < 192) return [at + 1, first, false];
  if (first < 224) return [at + 2, ((first - 192) << 8) + (bytes[at + 1] ?? bytes.length) + 192, false];
  if (first < 255) return [at + 1, 1 << (first & 0x1f), true];
  return [at + 5, bigEndian(bytes, at + 1, 4), false];
}

/** An unsigned number of 1 to 4 bytes; Infinity where the input ends before it. */
function bigEndian(bytes: Uint8Array, at: number, width: number): number {
  if (at + width > bytes.length) return Number.POSITIVE_INFINITY;
  let value = 0;
  for (let index = at; index < at + width; index += 1) value = value * 256 + (bytes[index] ?? 0);
  return value;
}
