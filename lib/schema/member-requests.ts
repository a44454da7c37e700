import { z } from "zod";
import { memberIdSchema, envelopeIdSchema, reportIdSchema } from "./id.ts";
import { addressSchema } from "./submission.ts";
import { bytes, hex32, instant } from "./wire.ts";

/** `PUT /api/v1/receipt/address`. */
export const addressRequestSchema = z.strictObject({ address: addressSchema.nullable() });

/** `PUT /api/v1/envelopes/ID/ticket`. */
export const ticketRequestSchema = z.strictObject({ emptyBody: bytes, commitment: hex32 });

/** `POST /api/v1/envelopes/ID/grants`. */
export const grantRequestSchema = z.strictObject({ memberId: memberIdSchema, keyPacket: bytes });

/** `POST /api/v1/reports/ID/read`. */
export const readRequestSchema = z.strictObject({ readUntil: instant });

/** A member's own keyring envelope: `GET` and `PUT /api/v1/keyring`. */
export const sealedKeyringSchema = z.strictObject({ keyPacket: bytes, body: bytes, emptyBody: bytes });

export const keyringResponseSchema = z.object({ keyring: sealedKeyringSchema.nullable() });

/** `GET /api/v1/cards`. */
export const cardsResponseSchema = z.object({
  cards: z.array(
    z.object({
      reportId: reportIdSchema,
      envelopeId: envelopeIdSchema,
      keyPacket: bytes,
      body: bytes,
      commitment: hex32.nullable(),
    }),
  ),
  next: reportIdSchema.nullable(),
});

export type CardsResponse = z.output<typeof cardsResponseSchema>;

/** What a member is answered when their message was stored. */
export const acceptedMessageSchema = z.object({ id: envelopeIdSchema, sentAt: instant });
