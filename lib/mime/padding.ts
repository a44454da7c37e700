import { concatBytes } from "#lib/base/bytes.ts";

const smallestPaddedBytes = 4096;
const lineBytes = 76;

/**
 * The size that something of `lengthBytes` is padded to: 4 KiB, or PADMÉ where that is more ("Reducing Metadata Leakage
 * from Encrypted Files and Communication with PURBs", section 4). PADMÉ keeps as many leading bits of a length as
 * its exponent has bits, which costs at most 12 percent and leaves few sizes to tell reports apart by.
 */
export function paddedSize(lengthBytes: number): number {
  if (lengthBytes <= smallestPaddedBytes) return smallestPaddedBytes;

  const exponent = Math.floor(Math.log2(lengthBytes));
  const keptBits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - keptBits);
  return Math.ceil(lengthBytes / step) * step;
}

/**
 * A multipart entity with blank lines after its closing delimiter, so that the whole has exactly a padded size. That
 * place is the epilogue, which mail programs ignore (RFC 2046, section 5.1.1).
 */
export function padEntity(entity: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatBytes(entity, blankLines(paddedSize(entity.length) - entity.length));
}

function blankLines(lengthBytes: number): Uint8Array {
  const filler = new Uint8Array(lengthBytes).fill(0x20);
  for (let end = lengthBytes; end >= 2; end -= lineBytes) {
    filler[end - 2] = 0x0d;
    filler[end - 1] = 0x0a;
  }
  return filler;
}
