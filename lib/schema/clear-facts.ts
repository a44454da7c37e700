import { z } from "zod";
import type { FactField, SubmissionFacts } from "#lib/policy/facts.ts";
import { listNameSchema } from "./id.ts";
import { instant } from "./wire.ts";

const answer = z.boolean().nullable().default(null);
const maybeInstant = instant.nullable().default(null);

/**
 * The answers to the policy's questions, outside the envelope: all that the server learns of a report's content.
 * A member that is absent counts as not answered. A stray one, a plaintext say, is refused.
 */
export const clearFactsSchema = z.strictObject({
  list: listNameSchema.nullable().default(null),
  isPublic: answer,
  isOpenSource: answer,
  cveIsOnlyWish: answer,
  severity: z.enum(["low", "medium", "high"]).nullable().default(null),
  isLinuxOnly: answer,
  affectsKernel: answer,
  toldOthers: z
    .array(z.enum(["upstream", "other-distributions", "other-projects", "kernel-security-team"]))
    .max(4)
    .nullable()
    .default(null),
  othersAnswer: z.enum(["accepted", "opposed", "not-asked", "disclosing-anyway"]).nullable().default(null),
  fixIsPublic: answer,
  proposedDisclosureAt: maybeInstant,
  hasExploit: answer,
  exploitPublicationAt: maybeInstant,
  cveWish: z.enum(["has", "wants", "requested", "none"]).nullable().default(null),
}) satisfies z.ZodType<Pick<SubmissionFacts, Exclude<FactField, "fixReadyAt">>>;

export type ClearFacts = z.output<typeof clearFactsSchema>;

/** The facts that the rules of a policy ask for, at the instant of receipt. What only the list may say is unsaid. */
export function submissionFacts(facts: ClearFacts, receivedAt: Date): SubmissionFacts {
  return { ...facts, receivedAt, fixReadyAt: null, isExtensionAgreed: null };
}
