import { z } from "zod";
import { envelopeIdSchema, fingerprintSchema } from "./id.ts";
import { instant } from "./wire.ts";

const place = z.int().min(0);

const reportReaderSchema = z.object({
  fingerprint: fingerprintSchema,
  /** Null for the reporter. */
  name: z.string().nullable(),
  organisation: z.string().nullable(),
  /** Of which envelopes they hold key packets: runs of places among `envelopeIds`, from 0. */
  places: z.array(z.tuple([place, place])),
  /** Those that a member granted; the others their authors sealed to them. */
  grants: z.array(z.object({ place, by: z.string(), at: instant })),
});

export type ReportReader = z.output<typeof reportReaderSchema>;

/** Who could have read what of a report: the exact list, as far as the member sees the envelopes. */
export const reportReadersSchema = z.object({
  /** Oldest first. */
  envelopeIds: z.array(envelopeIdSchema),
  /** By organisation and name, the reporter first. */
  readers: z.array(reportReaderSchema),
});

export type ReportReaders = z.output<typeof reportReadersSchema>;
