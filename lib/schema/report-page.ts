import { z } from "zod";
import { clearFactsSchema } from "./clear-facts.ts";
import { fingerprintSchema, memberIdSchema, organisationIdSchema, reportIdSchema } from "./id.ts";
import { embargoStateSchema } from "./embargo-state.ts";
import {
  dutyHolderSchema,
  dutyWorkSchema,
  issueSchema,
  leakSchema,
  organisationStatusSchema,
  triageEntrySchema,
} from "./issue-response.ts";
import { obligationSchema } from "./obligation.ts";
import { reporterCertificateSchema, threadEnvelopeSchema } from "./thread-response.ts";
import { instant } from "./wire.ts";

/** A report as the server knows it, for a member's own page. */
const reportSchema = z.object({
  id: reportIdSchema,
  handle: z.string(),
  listName: z.string(),
  listTitle: z.string(),
  door: z.enum(["form", "api"]),
  policyVersion: z.string(),
  receivedAt: instant,
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.object({ name: z.string(), organisation: z.string() }).nullable(),
  embargoState: embargoStateSchema,
  disclosureAt: instant.nullable(),
  hasReplyAddress: z.boolean(),
  answers: clearFactsSchema,
});

const timelineEventSchema = z.object({
  at: instant,
  kind: z.string(),
  actorKind: z.string(),
  memberName: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
});

export type TimelineEvent = z.output<typeof timelineEventSchema>;

const presentMemberSchema = z.object({
  id: memberIdSchema,
  name: z.string(),
  organisation: z.string(),
  /** Of their current certificate; null where they have none. */
  fingerprint: fingerprintSchema.nullable(),
});

export type PresentMember = z.output<typeof presentMemberSchema>;

/** Everything that a member's page of one report is made of. What was sealed is still sealed. */
export const reportPageSchema = z.object({
  report: reportSchema,
  issues: z.array(issueSchema),
  statuses: z.array(organisationStatusSchema),
  triage: z.array(triageEntrySchema),
  leaks: z.array(leakSchema),
  dutyWorks: z.array(dutyWorkSchema),
  dutyHolders: z.array(dutyHolderSchema),
  /** Those of the list, and any that said where it stands while it was on this list; by name. */
  organisations: z.array(z.object({ id: organisationIdSchema, name: z.string() })),
  /** All that is and was owed, the earliest due first. */
  obligations: z.array(obligationSchema),
  /** From which list the discussion was moved here (A5); null where it was not. */
  moved: z.object({ from: z.string(), at: instant }).nullable(),
  /** Cards among them, oldest first. */
  envelopes: z.array(threadEnvelopeSchema),
  reporterCertificates: z.array(reporterCertificateSchema),
  events: z.array(timelineEventSchema),
  /** All who are members now. */
  members: z.array(presentMemberSchema),
  /** All lists, whose rosters say to whom access may be granted. */
  listNames: z.array(z.string()),
  viewerId: memberIdSchema,
  viewerOrganisationId: organisationIdSchema,
  /** Up to when the viewer has read the thread; null where they have not opened it yet. */
  readUntil: instant.nullable(),
  /** The server's clock. */
  now: instant,
});

export type ReportPage = z.output<typeof reportPageSchema>;
export type ReportPageWire = z.input<typeof reportPageSchema>;
