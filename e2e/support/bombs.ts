import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { constants, deflateRawSync } from "node:zlib";
import { packet } from "./packets.ts";
import { concatBytes, parseBase64 } from "#lib/base/bytes.ts";

const gibibyte = 2 ** 30;
const mebibyte = 2 ** 20;

/** Literal data in the old format, without a length: it goes on as long as there is any (RFC 9580, section 4.2.2). */
const literalHeader = Uint8Array.of(0xaf, 0x62, 0, 0, 0, 0, 0);

/** What bzip2 makes of {@link literalHeader}, and of 45,000,000 zeros, nearly all that one block of it can hold. */
const bzip2Header = bytesOf("QlpoOTFBWSZTWY7E1E4AAANBEGAAEAAAAKAAISGgzTTUF4u5IpwoSEdiaicA");
const bzip2Zeros = bytesOf("QlpoOTFBWSZTWckBtsgBWKtAIMAAEAAACCAAMMwFKaZSSFJsVJIUni7kinChIZIDbZA=");
const zerosInOne = 45_000_000;

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = parseBase64(text);
  if (bytes === null) throw new Error("not base64");
  return bytes;
}

/** Compressed data (tag 8) of some 1,200 bytes that unfolds to 1 GiB. */
export function bzip2Bomb(): Uint8Array<ArrayBuffer> {
  const streams = Array.from({ length: Math.ceil(gibibyte / zerosInOne) }, () => bzip2Zeros);
  return compressedPacket(3, bzip2Header, ...streams);
}

/** The same of 1 MiB, the least that ZIP can do. */
export function zipBomb(): Uint8Array<ArrayBuffer> {
  const flushed = (bytes: Uint8Array) => deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  const zeros = flushed(new Uint8Array(mebibyte));
  const all = Array.from({ length: gibibyte / mebibyte }, () => zeros);
  return compressedPacket(1, flushed(literalHeader), ...all, deflateRawSync(new Uint8Array(0)));
}

/** Old format, without a length. */
function compressedPacket(algorithm: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return concatBytes(Uint8Array.of(0xa3, algorithm), ...parts);
}

/** Cipher feedback needs a start of one block, of which the last two bytes are said again. */
const prefixBytes = 16;

/** A body (tag 18, version 1) around packets as they are, which no OpenPGP program would write. */
export function bodyAround(packets: Uint8Array, sessionKey: Uint8Array): Uint8Array<ArrayBuffer> {
  const prefix = randomBytes(prefixBytes);
  const covered = concatBytes(prefix, prefix.subarray(-2), packets, Uint8Array.of(0xd3, 0x14));
  const cipher = createCipheriv("aes-256-cfb", sessionKey, new Uint8Array(prefixBytes));
  const digest = createHash("sha1").update(covered).digest();
  const encrypted = concatBytes(cipher.update(covered), cipher.update(digest), cipher.final());
  return packet(18, Uint8Array.of(1), encrypted);
}
