const notSixBits = 0xff;
const base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const sixBitsOf = new Uint8Array(256).fill(notSixBits);
for (let value = 0; value < base64Alphabet.length; value += 1) sixBitsOf[base64Alphabet.charCodeAt(value)] = value;

const equalsSign = 0x3d;
const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** The bytes of a part's contents, byte for byte. An encoding that is not known leaves them as they are. */
export function decodeTransfer(encoded: Uint8Array, transferEncoding: string): Uint8Array<ArrayBuffer> {
  switch (transferEncoding.trim().toLowerCase()) {
    case "base64":
      return decodeBase64(encoded);
    case "quoted-printable":
      return decodeQuotedPrintable(encoded);
    default:
      return encoded.slice();
  }
}

/** Skips what is not of the alphabet, as RFC 2045 asks; padding ends a unit, of which there may be several. */
function decodeBase64(encoded: Uint8Array): Uint8Array<ArrayBuffer> {
  const decoded = new Uint8Array(Math.ceil(encoded.length / 4) * 3);
  let length = 0;
  let bits = 0;
  let bitCount = 0;
  for (const byte of encoded) {
    const sixBits = sixBitsOf[byte] ?? notSixBits;
    if (byte === equalsSign) bitCount = 0;
    if (sixBits === notSixBits) continue;

    bits = ((bits << 6) | sixBits) & 0xffff;
    bitCount += 6;
    if (bitCount < 8) continue;

    bitCount -= 8;
    decoded[length] = (bits >> bitCount) & 0xff;
    length += 1;
  }
  return decoded.slice(0, length);
}

/** Line ends stay as they were sent; blanks before one were added on the way and go (RFC 2045, section 6.7, rule 3). */
function decodeQuotedPrintable(encoded: Uint8Array): Uint8Array<ArrayBuffer> {
  const decoded = new Uint8Array(encoded.length);
  let length = 0;
  let lengthWithoutBlanks = 0;
  for (let index = 0; index < encoded.length; index += 1) {
    const byte = encoded[index] ?? 0;
    const escape = byte === equalsSign ? escapeAt(encoded, index) : null;
    if (escape !== null) {
      if (escape.byte !== null) decoded[length] = escape.byte;
      if (escape.byte !== null) length += 1;
      lengthWithoutBlanks = length;
      index = escape.lastIndex;
      continue;
    }

    if (isLineEnd(encoded, index)) length = lengthWithoutBlanks;
    decoded[length] = byte;
    length += 1;
    if (byte !== 0x20 && byte !== 0x09) lengthWithoutBlanks = length;
  }
  return decoded.slice(0, lengthWithoutBlanks);
}

/** The byte that an "=" stands for, null for a soft line break; or null where the "=" is only itself. */
function escapeAt(encoded: Uint8Array, index: number): { byte: number | null; lastIndex: number } | null {
  const value = hexValue(encoded[index + 1]) * 16 + hexValue(encoded[index + 2]);
  if (!Number.isNaN(value)) return { byte: value, lastIndex: index + 2 };

  let end = index + 1;
  while (encoded[end] === 0x20 || encoded[end] === 0x09) end += 1;
  if (end >= encoded.length) return { byte: null, lastIndex: end };
  if (encoded[end] === carriageReturn) end += 1;
  return encoded[end] === lineFeed ? { byte: null, lastIndex: end } : null;
}

function isLineEnd(encoded: Uint8Array, index: number): boolean {
  const byte = encoded[index];
  return byte === lineFeed || (byte === carriageReturn && encoded[index + 1] === lineFeed);
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : Number.NaN;
}
