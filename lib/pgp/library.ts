import * as openpgp from "openpgp";
import { unshared } from "#lib/base/bytes.ts";

const mebibyte = 1024 * 1024;

/** Largest text that compressed data may unfold to, in bytes: 359 bytes of it can hold 200 MiB of zeros. */
const maximumDecompressedBytes = 64 * mebibyte;

/** Most memory that a key locked with Argon2 may ask for, as the binary logarithm of KiB: 256 MiB. */
const maximumArgon2MemoryExponent = 18;

// The one place that configures OpenPGP.js, for browser, Node and tests alike. It looks up no key servers by itself.
openpgp.config.maxDecompressedMessageSize = maximumDecompressedBytes;
openpgp.config.maxArgon2MemoryExponent = maximumArgon2MemoryExponent;
openpgp.config.showVersion = false;
openpgp.config.showComment = false;
openpgp.config.aeadProtect = false; // keys are locked the way that GnuPG imports
openpgp.config.preferredSymmetricAlgorithm = openpgp.enums.symmetric.aes256;
openpgp.config.preferredCompressionAlgorithm = openpgp.enums.compression.uncompressed; // lengths then say nothing

/**
 * Largest text that a message of so many bytes may unfold to: a hundred times as many, more than logs and patches do,
 * but 8 MiB in any case and never more than 64. So what it costs to refuse a bomb follows from what it cost to send.
 */
export function decompressionLimit(messageBytes: number): number {
  return Math.min(maximumDecompressedBytes, Math.max(8 * mebibyte, 100 * messageBytes));
}

/** Whether the library gave up because compressed data grew beyond its limit. */
export function isTooLargeFailure(error: unknown): boolean {
  return error instanceof Error && /Maximum decompressed .*size exceeded/.test(error.message);
}

/** Whether the library found a session key of a cipher that it, or the key's owner, does not have. */
export function isCipherFailure(error: unknown): boolean {
  return error instanceof Error && /non-preferred symmetric algorithm|Invalid enum value/.test(error.message);
}

/** Whether the library refused a passphrase, as against a lock that it does not know. */
export function isPassphraseFailure(error: unknown): boolean {
  return error instanceof Error && error.message.includes("Incorrect key passphrase");
}

/** Bytes that the library answered with, whose types come from a package of streams that is not installed. */
export function answeredBytes(answer: unknown): Uint8Array<ArrayBuffer> {
  if (!(answer instanceof Uint8Array)) throw new Error("the library answered with no bytes");
  return unshared(answer);
}

/** Text that the library answered with, with LF line ends. */
export function answeredText(answer: unknown): string {
  if (typeof answer !== "string") throw new Error("the library answered with no text");
  return answer.replaceAll("\r\n", "\n");
}

export { openpgp };
