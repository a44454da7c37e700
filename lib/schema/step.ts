import { z } from "zod";
import type { ProposalReason } from "#lib/embargo/embargo-record.ts";
import { dutyIds, dutyOutcomes } from "#lib/policy/duty.ts";
import { envelopeIdSchema, listNameSchema, obligationIdSchema } from "./id.ts";
import { instant } from "./wire.ts";

/** Longest evidence in clear, in characters. */
export const maximumEvidenceCharacters = 500;

/** One line of text in clear: no line breaks, no control or bidirectional characters that could dress it up. */
const plainLine = z
  .string()
  .trim()
  .min(1)
  .max(maximumEvidenceCharacters)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);

/** `https://…`, as people find a posting. */
export const linkSchema = plainLine.pipe(z.url({ protocol: /^https?$/ }));

/** `<left@right>` (RFC 5322, section 3.6.4), with or without its angle brackets. */
export const messageIdSchema = plainLine
  .regex(/^<?[^\s<>@]+@[^\s<>@]+>?$/)
  .transform((text) => `<${text.replace(/^</, "").replace(/>$/, "")}>`);

/** A public message, by its address or its Message-ID. */
export const referenceSchema = z.union([linkSchema, messageIdSchema]);

export const evidenceSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("link"), text: linkSchema }),
  z.strictObject({ kind: z.literal("message-id"), text: messageIdSchema }),
  z.strictObject({ kind: z.literal("word"), text: plainLine }),
]);

const cveId = z.string().regex(/^CVE-\d{4}-\d{4,19}$/);

/** Why somebody may ask for another date. */
export const givenReasons = [
  "fix-needs-time",
  "fix-is-ready",
  "others-need-time",
  "risk-of-leak",
  "better-hour",
  "policy-limit",
  "other",
] as const satisfies readonly ProposalReason[];

export type GivenReason = (typeof givenReasons)[number];

/** Which issue, and how often it had been changed when the one who takes the step looked at it. */
const ofIssue = { issue: z.int().min(1).max(1_000), revision: z.int().min(0) };

const issueSteps = [
  z.strictObject({
    kind: z.literal("propose"),
    ...ofIssue,
    disclosureAt: instant,
    reason: z.enum(["date-of-report", ...givenReasons]),
    answerUntil: instant.nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal("answer"),
    ...ofIssue,
    proposal: z.int().min(1),
    answer: z.enum(["accept", "reject"]),
  }),
  z.strictObject({
    kind: z.literal("record-fact"),
    ...ofIssue,
    fact: z.enum(["vendor-aware", "fix-ready", "fix-deployed", "public", "exploit-public", "attacks-seen"]),
    occurredAt: instant,
    evidence: plainLine,
  }),
  z.strictObject({
    kind: z.literal("record-posting"),
    ...ofIssue,
    posting: z.enum(["mandatory", "exploit"]),
    reference: referenceSchema,
    postedAt: instant,
    carriesDetails: z.boolean().default(true),
    includesExploit: z.boolean().default(false),
    announcesExploitAt: instant.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal("take-back-posting"), ...ofIssue, postingId: z.uuid().toLowerCase() }),
  z.strictObject({
    kind: z.literal("share-exploit"),
    ...ofIssue,
    sharedAt: instant,
    by: z.enum(["reporter", "other"]),
    publicationAt: instant.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal("take-back-exploit"), ...ofIssue }),
  z.strictObject({ kind: z.literal("withdraw"), ...ofIssue }),
  z.strictObject({
    kind: z.literal("set-cve"),
    ...ofIssue,
    state: z.enum(["wanted", "elsewhere", "assigned", "not-needed"]),
    cveId: cveId.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal("agree-extension"), ...ofIssue }),
  z.strictObject({
    kind: z.literal("split"),
    ...ofIssue,
    /** The number that the new issue is to get, so that its card goes to no other; absent means the next one. */
    number: ofIssue.issue.optional(),
  }),
  z.strictObject({ kind: z.literal("merge"), ...ofIssue, into: z.int().min(1).max(1_000) }),
  z.strictObject({
    kind: z.literal("set-status"),
    issue: ofIssue.issue,
    status: z.enum(["looking", "affected", "not-affected", "not-shipped", "fix-ready", "released"]),
    /** Of the sealed note with tracking id, versions and a comment. Not given, the note that stands there stays. */
    envelopeId: envelopeIdSchema.nullable().optional(),
  }),
] as const;

const triage = z.union([
  z.strictObject({ question: z.literal("valid"), answer: z.enum(["yes", "no"]) }),
  z.strictObject({ question: z.literal("complete"), answer: z.enum(["yes", "asked"]) }),
  z.strictObject({ question: z.literal("date-within-policy"), answer: z.enum(["yes", "earlier-named"]) }),
  z.strictObject({ question: z.literal("public-or-low"), answer: z.enum(["public", "low", "neither"]) }),
  z.strictObject({ question: z.literal("others-told"), answer: z.enum(["nobody-else", "all-told", "asked-reporter"]) }),
  z.strictObject({ question: z.literal("linux-only"), answer: z.enum(["yes", "no"]) }),
  z.strictObject({ question: z.literal("several-issues"), answer: z.enum(["one", "separated", "kept-together"]) }),
  z.strictObject({
    question: z.literal("cve-assigned"),
    answer: z.enum(["assigned", "by-another-cna", "not-needed"]),
  }),
  z.strictObject({ question: z.literal("cve-asked"), answer: z.enum(["asked", "requested-elsewhere", "none-needed"]) }),
]);

const reportSteps = [
  z.strictObject({ kind: z.literal("triage"), given: triage }),
  z.strictObject({ kind: z.literal("move"), list: listNameSchema }),
  z.strictObject({ kind: z.literal("record-leak"), noticedAt: instant }),
  z.strictObject({ kind: z.literal("close"), obligationId: obligationIdSchema, evidence: evidenceSchema }),
  z.strictObject({ kind: z.literal("reopen"), obligationId: obligationIdSchema }),
  z.strictObject({
    kind: z.literal("record-duty-work"),
    duty: z.enum(dutyIds),
    outcome: z.enum(dutyOutcomes),
    /** Of the sealed note that says what exactly. */
    envelopeId: envelopeIdSchema.nullable().default(null),
  }),
] as const;

/** What somebody does about a report beside writing: `POST /api/v1/reports/ID/steps`, `POST /api/v1/receipt/steps`. */
export const stepSchema = z.discriminatedUnion("kind", [...issueSteps, ...reportSteps]);

export type Step = z.output<typeof stepSchema>;
export type StepWire = z.input<typeof stepSchema>;
export type StepKind = Step["kind"];

/** One kind of step. */
export type StepOf<Kind extends StepKind> = Extract<Step, { readonly kind: Kind }>;
