import { z } from "zod";
import { embargoStateSchema } from "./embargo-state.ts";
import { reportIdSchema } from "./id.ts";
import { obligationSchema } from "./obligation.ts";
import { instant } from "./wire.ts";

const memberNameSchema = z.object({ name: z.string(), organisation: z.string() });

/** A report as its line in the table shows it: nothing that was sealed. */
export const reportLineSchema = z.object({
  id: reportIdSchema,
  handle: z.string(),
  listName: z.string(),
  receivedAt: instant,
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: memberNameSchema.nullable(),
  embargoState: embargoStateSchema,
  disclosureAt: instant.nullable(),
  /** What is owed next, by whomever; null where nothing is. */
  owed: obligationSchema.nullable(),
  /** Envelopes that came since the member last read the report, theirs and cards aside. */
  unreadCount: z.int(),
});

export type ReportLine = z.output<typeof reportLineSchema>;

/** One page of the reports that a member may see, newest first. */
export const reportsResponseSchema = z.object({
  reports: z.array(reportLineSchema),
  /** Of this page: null on the first. */
  after: reportIdSchema.nullable(),
  /** Of the page after this one: null on the last. */
  nextCursor: reportIdSchema.nullable(),
  /** The server's clock. */
  now: instant,
});

export type ReportsResponse = z.output<typeof reportsResponseSchema>;
export type ReportsWire = z.input<typeof reportsResponseSchema>;
