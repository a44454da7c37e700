import { z } from "zod";
import type { Fingerprint, Id } from "#lib/base/id.ts";

/** A UUID that becomes an id of one noun by being parsed here. */
function idOf<Noun extends string>() {
  return z.uuid().toLowerCase() as unknown as z.ZodType<Id<Noun>, string>;
}

export const reportIdSchema = idOf<"Report">();
export const envelopeIdSchema = idOf<"Envelope">();
export const memberIdSchema = idOf<"Member">();
export const organisationIdSchema = idOf<"Organisation">();
export const listIdSchema = idOf<"List">();
export const sessionIdSchema = idOf<"Session">();
export const obligationIdSchema = idOf<"Obligation">();
export const noticeIdSchema = idOf<"Notice">();

/** Made by the client for each thing it sends, so that a repeat is known for one. */
export const submissionIdSchema = z.uuid().toLowerCase();

/** The number of an envelope's part: 0 is the entity, later ones are large attachments. */
export const partNumberSchema = z.coerce.number().int().min(0).max(100);

/** The name of a list as it stands in addresses, such as `linux-distros`. */
export const listNameSchema = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);

/** A version 4 fingerprint as programs write it. */
export const fingerprintSchema = z.string().regex(/^[0-9A-F]{40}$/) as unknown as z.ZodType<Fingerprint, string>;

/** A fingerprint as people write it: spaces, lower case and `0x` are taken. */
export const typedFingerprintSchema = z
  .string()
  .max(80)
  .transform((text) => text.replaceAll(/\s/g, "").replace(/^0x/i, "").toUpperCase())
  .pipe(fingerprintSchema);
