import { evidenceSchema, linkSchema, maximumEvidenceCharacters, messageIdSchema } from "#lib/schema/step.ts";
import type { StepOf } from "#lib/schema/step.ts";
import type { FieldFault } from "./use-step-form.ts";

export type GivenEvidence = StepOf<"close">["evidence"];

/** What somebody typed, as the evidence that it is: a link, a Message-ID, or else their word; null where it is none. */
export function evidenceOf(typed: string): GivenEvidence | null {
  const text = typed.trim();
  const link = linkSchema.safeParse(text);
  if (link.success) return { kind: "link", text: link.data };
  const messageId = messageIdSchema.safeParse(text);
  if (messageId.success) return { kind: "message-id", text: messageId.data };
  const word = evidenceSchema.safeParse({ kind: "word", text });
  return word.success ? word.data : null;
}

/** What is wrong with a text that is to be evidence, if anything is. */
export function evidenceFault(fieldId: string, typed: string): readonly FieldFault[] {
  if (typed.trim() === "") return [{ fieldId, text: "Give a link, a Message-ID, or one sentence." }];
  if (evidenceOf(typed) !== null) return [];
  const limit = String(maximumEvidenceCharacters);
  return [{ fieldId, text: `Keep it to one line of at most ${limit} characters, without control characters.` }];
}
