import { z } from "zod";
import { clearFactsSchema } from "./clear-facts.ts";
import { submissionIdSchema } from "./id.ts";
import { hex32 } from "./wire.ts";

/** The largest report or message with everything that belongs to it, in bytes: 25 MiB of attachments, padded and armoured. */
export const maximumUploadBytes = 40 * 1024 * 1024;
/** Of each of the text envelopes (report, message, exploit, card), in bytes of OpenPGP. */
export const maximumEntityBytes = 1024 * 1024;
/** Attachments of one report or message together, in bytes, before they are sealed. */
export const maximumAttachmentBytes = 25 * 1024 * 1024;
export const maximumAttachments = 20;

/** A mail address as a person types it. Stored in clear. */
export const addressSchema = z.email().max(254);

/** What whoever sealed an envelope in a browser says of it; gpg says none of this. */
export const envelopeClaimsSchema = z.strictObject({
  commitment: hex32,
  /** An armoured detached signature over the commitment: ASCII. Absent where the author has no key at hand. */
  signature: z
    .string()
    .max(8_192)
    .regex(/^[\t\r\n\x20-\x7e]*$/)
    .nullable()
    .default(null),
});

export type EnvelopeClaims = z.output<typeof envelopeClaimsSchema>;

/** Where the reporter's browser made the receipt: what the server needs to know them by. It cannot be turned back. */
export const receiptClaimsSchema = z.strictObject({
  lookupId: z.string().regex(/^[0-9a-f]{32}$/),
  authenticatorHash: hex32,
});

/** The part `facts` of a report that is sent. */
export const reportSubmissionSchema = z.strictObject({
  submissionId: submissionIdSchema.optional(),
  /** The roster that was sealed to; absent means the current one. */
  rosterVersion: z.int().min(1).optional(),
  answers: clearFactsSchema,
  /** To be taken without an agreed date, where its date is missing or out of policy (A2); absent means no. */
  isProvisional: z.boolean().optional(),
  replyAddress: addressSchema.nullable().default(null),
  receipt: receiptClaimsSchema.optional(),
  envelopes: z
    .strictObject({
      report: envelopeClaimsSchema.optional(),
      exploit: envelopeClaimsSchema.optional(),
      card: envelopeClaimsSchema.optional(),
    })
    .default({}),
});

export type ReportSubmission = z.output<typeof reportSubmissionSchema>;

/** The part `facts` of a message to a report's thread. */
export const messageSubmissionSchema = z.strictObject({
  submissionId: submissionIdSchema.optional(),
  rosterVersion: z.int().min(1).optional(),
  /** `status`: a note beside what a member says of their organisation; it is in no thread. */
  kind: z.enum(["message", "exploit", "status"]).default("message"),
  /** For a card: of which issue; absent means the first. */
  issue: z.int().min(1).max(1_000).optional(),
  envelope: envelopeClaimsSchema.optional(),
});

export type MessageSubmission = z.output<typeof messageSubmissionSchema>;

/** An envelope as it is uploaded: an OpenPGP message, bodies of large attachments, an empty body for tickets. */
export interface EnvelopeUpload {
  /** Armoured or binary. */
  readonly message: Uint8Array<ArrayBuffer>;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
  readonly emptyBody: Uint8Array<ArrayBuffer> | null;
  readonly claims: EnvelopeClaims | null;
}
