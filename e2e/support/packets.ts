import { concatBytes } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { splitEnvelope } from "#lib/pgp/envelope-check.ts";
import type { EnvelopeUpload } from "#lib/schema/submission.ts";

/** An OpenPGP packet in the new format, with its length in five bytes (RFC 9580, section 4.2.1.3). */
export function packet(tag: number, ...contents: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = concatBytes(...contents);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, body.length);
  return concatBytes(Uint8Array.of(0xc0 | tag, 0xff), length, body);
}

/** A sealed message taken apart, to be put together wrongly. */
export interface TakenApart {
  readonly keyPackets: readonly Uint8Array<ArrayBuffer>[];
  readonly body: Uint8Array<ArrayBuffer>;
}

export function takeApart({ message }: EnvelopeUpload): TakenApart {
  const { keyPackets, body } = expectOk(splitEnvelope(message));
  return { keyPackets: keyPackets.map(({ bytes }) => concatBytes(bytes)), body: concatBytes(body) };
}

/** A version 3 key packet, for another key id (16 hexadecimal digits). */
export function readdressed(keyPacket: Uint8Array, keyId: string): Uint8Array<ArrayBuffer> {
  const header = headerBytes(keyPacket);
  const id = Uint8Array.from(Buffer.from(keyId, "hex"));
  return concatBytes(keyPacket.subarray(0, header + 1), id, keyPacket.subarray(header + 9));
}

/** A packet that claims another version. */
export function ofVersion(bytes: Uint8Array, version: number): Uint8Array<ArrayBuffer> {
  const changed = concatBytes(bytes);
  changed[headerBytes(bytes)] = version;
  return changed;
}

function headerBytes(bytes: Uint8Array): number {
  const [first = 0, length = 0] = bytes;
  if ((first & 0x40) === 0) throw new Error("a packet with a header of the old format");
  if (length < 192) return 2;
  return length < 224 ? 3 : 6;
}
