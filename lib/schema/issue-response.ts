import { z } from "zod";
import { envelopeIdSchema, memberIdSchema, organisationIdSchema } from "./id.ts";
import { embargoStateSchema } from "./embargo-state.ts";
import { instant } from "./wire.ts";

/** Who took a step, by name; the policy where its standing rule did. */
export const authorSchema = z.object({
  party: z.enum(["reporter", "list", "policy"]),
  /** Null but for a member. */
  name: z.string().nullable(),
});

export type ShownAuthor = z.output<typeof authorSchema>;

const proposalSchema = z.object({
  proposal: z.int(),
  at: instant,
  by: authorSchema,
  disclosureAt: instant,
  reason: z.string(),
  answerUntil: instant.nullable(),
});

const recordSchema = z.object({
  at: instant,
  by: authorSchema,
  step: z.enum(["propose", "accept", "reject", "terminate"]),
  proposal: z.int().nullable(),
  disclosureAt: instant.nullable(),
  reason: z.string().nullable(),
  answerUntil: instant.nullable(),
  cause: z.string().nullable(),
  evidence: z.string().nullable(),
});

const actionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["propose", "terminate"]) }),
  z.object({ kind: z.enum(["accept", "reject", "take-back"]), proposal: z.int() }),
]);

const caseFact = z.enum(["vendor-aware", "fix-ready", "fix-deployed", "public", "exploit-public", "attacks-seen"]);

/** One issue of a report with its embargo, as members and its reporter see it. */
export const issueSchema = z.object({
  number: z.int(),
  /** Goes along with each step, so that of two who act at once one is told. */
  revision: z.int(),
  createdAt: instant,
  policy: z.object({
    version: z.string(),
    name: z.string(),
    /** `14 days`; null where the policy knows no maximum. */
    maximum: z.string().nullable(),
    knowsExtension: z.boolean(),
    venue: z.object({ name: z.string(), href: z.string() }),
    maximumExploitDelayDays: z.number().nullable(),
  }),
  embargo: z.object({
    state: embargoStateSchema,
    disclosureAt: instant.nullable(),
    agreement: z
      .object({ proposal: z.int(), at: instant, proposedBy: authorSchema, acceptedBy: authorSchema })
      .nullable(),
    openProposals: z.array(proposalSchema),
    end: z.object({ at: instant, cause: z.string(), by: authorSchema, evidence: z.string().nullable() }).nullable(),
  }),
  /** When the policy's clock started; null while it has not. */
  clockStartsAt: instant.nullable(),
  /** The latest disclosure that may be agreed; null where nothing limits it. */
  latestAt: instant.nullable(),
  preferredUntil: instant.nullable(),
  history: z.array(recordSchema),
  actions: z.array(actionSchema),
  facts: z.array(
    z.object({ fact: caseFact, occurredAt: instant, recordedAt: instant, by: authorSchema, evidence: z.string() }),
  ),
  /** Which facts can be recorded next. */
  possibleFacts: z.array(caseFact),
  isExtensionAgreed: z.boolean(),
  withdrawnAt: instant.nullable(),
  splitFromNumber: z.int().nullable(),
  mergedIntoNumber: z.int().nullable(),
  mergedAt: instant.nullable(),
  exploit: z
    .object({ sharedAt: instant, by: z.enum(["reporter", "other"]), publicationAt: instant.nullable() })
    .nullable(),
  cve: z.object({
    state: z.enum(["unknown", "wanted", "elsewhere", "assigned", "not-needed"]),
    id: z.string().nullable(),
  }),
  postings: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(["mandatory", "exploit"]),
      reference: z.string(),
      postedAt: instant,
      carriesDetails: z.boolean(),
      includesExploit: z.boolean(),
      announcesExploitAt: instant.nullable(),
      recordedAt: instant,
      by: authorSchema,
    }),
  ),
});

export type ShownIssue = z.output<typeof issueSchema>;
export type ShownFact = ShownIssue["facts"][number]["fact"];

/** Where an organisation stands with an issue. An organisation without one has not opened it. */
export const organisationStatusSchema = z.object({
  issueNumber: z.int(),
  organisationId: organisationIdSchema,
  status: z.enum(["opened", "looking", "affected", "not-affected", "not-shipped", "fix-ready", "released"]),
  changedAt: instant,
  memberName: z.string().nullable(),
  envelopeId: envelopeIdSchema.nullable(),
});

export type ShownStatus = z.output<typeof organisationStatusSchema>;

const triageAnswerSchema = z.object({ answer: z.string(), by: z.string(), byId: memberIdSchema, at: instant });

const confirmationSchema = z.object({ id: memberIdSchema, name: z.string() });

/** A question of the checklist (A1 to A8), and how far it is answered. */
export const triageEntrySchema = z.object({
  question: z.string(),
  clause: z.string(),
  state: z.discriminatedUnion("step", [
    z.object({ step: z.enum(["open", "settled"]) }),
    z.object({ step: z.literal("answered"), answer: triageAnswerSchema }),
    z.object({
      step: z.literal("claimed"),
      answer: triageAnswerSchema,
      confirmedBy: z.array(confirmationSchema),
      needed: z.int(),
    }),
    z.object({
      step: z.literal("confirmed"),
      answer: triageAnswerSchema,
      confirmedBy: z.array(confirmationSchema),
      at: instant,
    }),
  ]),
});

export type ShownTriageEntry = z.output<typeof triageEntrySchema>;

export const leakSchema = z.object({ number: z.int(), noticedAt: instant, recordedAt: instant, by: authorSchema });

/** A duty taken or done for a report (T1 to T6, A1 to A13). */
export const dutyWorkSchema = z.object({
  duty: z.string(),
  organisation: z.string(),
  memberName: z.string().nullable(),
  at: instant,
  outcome: z.enum(["taken", "done", "nothing-found"]),
  envelopeId: envelopeIdSchema.nullable(),
});

export type ShownDutyWork = z.output<typeof dutyWorkSchema>;

export const dutyHolderSchema = z.object({
  duty: z.string(),
  role: z.enum(["primary", "backup"]),
  organisationId: organisationIdSchema,
  organisation: z.string(),
});

export type ShownDutyHolder = z.output<typeof dutyHolderSchema>;
