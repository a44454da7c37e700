import { z } from "zod";
import { base64, parseBase64 } from "#lib/base/bytes.ts";

/** An instant as RFC 3339 text in UTC on the wire, a `Date` on either side. Offsets are accepted. */
export const instant = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

/** Bytes as standard base64 on the wire. */
export const bytes = z.codec(z.base64(), z.instanceof(Uint8Array<ArrayBuffer>), {
  decode: (text) => parseBase64(text) ?? new Uint8Array(),
  encode: base64,
});

/** SHA-256 or a 256-bit secret in lower-case hexadecimal. */
export const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
