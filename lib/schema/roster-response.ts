import { z } from "zod";
import { fingerprintSchema } from "./id.ts";
import { bytes, instant } from "./wire.ts";

/** Whom a report to a list is sealed to, with what a browser needs to check it: `GET /api/v1/lists/NAME/roster`. */
export const rosterResponseSchema = z.object({
  list: z.string(),
  listTitle: z.string(),
  policyVersion: z.string(),
  /** The server's clock, for senders whose own is wrong. */
  now: instant,
  roster: z
    .object({
      version: z.int(),
      signedText: z.string(),
      expiresAt: instant,
      readers: z.array(
        z.object({
          name: z.string(),
          organisation: z.string(),
          fingerprint: fingerprintSchema,
          certificate: bytes,
        }),
      ),
    })
    .nullable(),
  pinned: z.array(z.object({ fingerprint: fingerprintSchema, name: z.string(), certificate: bytes })),
});

export type RosterResponse = z.output<typeof rosterResponseSchema>;
