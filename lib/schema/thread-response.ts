import { z } from "zod";
import { clearFactsSchema } from "./clear-facts.ts";
import { embargoStateSchema } from "./embargo-state.ts";
import { envelopeIdSchema, fingerprintSchema, memberIdSchema, reportIdSchema } from "./id.ts";
import { issueSchema, leakSchema } from "./issue-response.ts";
import { noticeSchema } from "./notices-response.ts";
import { obligationSchema } from "./obligation.ts";
import { bytes, instant } from "./wire.ts";

/** An envelope as one of its readers gets it, without the bytes of its parts. */
export const threadEnvelopeSchema = z.object({
  id: envelopeIdSchema,
  reportId: reportIdSchema,
  kind: z.enum(["report", "message", "exploit", "card", "status"]),
  /** Of which issue it is, for a card. */
  issueNumber: z.int().nullable(),
  author: z.enum(["reporter", "member"]),
  authorMember: z.object({ id: memberIdSchema, name: z.string(), organisation: z.string() }).nullable(),
  sentAt: instant,
  rosterVersion: z.int(),
  commitment: z.string().nullable(),
  commitmentSignature: z.string().nullable(),
  emptyBody: bytes.nullable(),
  parts: z.array(z.object({ part: z.int(), sizeBytes: z.int(), sha256: z.string() })),
  keyPackets: z.array(z.object({ fingerprint: fingerprintSchema, bytes })),
});

export type ThreadEnvelope = z.output<typeof threadEnvelopeSchema>;

/** The public half of a reporter's certificate, to which replies are sealed. */
export const reporterCertificateSchema = z.object({
  origin: z.enum(["receipt", "own"]),
  fingerprint: fingerprintSchema,
  bytes,
});

/** What somebody with a receipt sees of their report: `GET /api/v1/receipt`. */
export const receiptResponseSchema = z.object({
  reportId: reportIdSchema,
  handle: z.string(),
  listName: z.string(),
  receivedAt: instant,
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.object({ name: z.string(), organisation: z.string() }).nullable(),
  embargoState: embargoStateSchema,
  disclosureAt: instant.nullable(),
  answers: clearFactsSchema,
  replyAddress: z.string().nullable(),
  receiptHoldsKey: z.boolean(),
  reporterCertificates: z.array(reporterCertificateSchema),
  issues: z.array(issueSchema),
  leaks: z.array(leakSchema),
  /** All that is and was owed, the earliest due first. */
  obligations: z.array(obligationSchema),
  /** From which list the discussion was moved here (A5); null where it was not. */
  moved: z.object({ from: z.string(), at: instant }).nullable(),
  /** That the list would much rather see it published now, since it is public or minor (A3); null where it has not said so. */
  publicationWish: z.object({ at: instant, because: z.enum(["public", "low"]) }).nullable(),
  envelopes: z.array(threadEnvelopeSchema),
  /** The newest of what the reporter was told. */
  notices: z.array(noticeSchema),
  now: instant,
});

export type ReceiptResponse = z.output<typeof receiptResponseSchema>;
