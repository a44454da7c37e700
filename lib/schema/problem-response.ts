import { z } from "zod";

/** One thing that is wrong, as the API says it. */
export const wireProblemSchema = z.object({
  code: z.string(),
  wrong: z.string(),
  mend: z.string(),
  clause: z.string().optional(),
  field: z.string().optional(),
  /** For a date: the latest instant that is allowed, and the like. */
  offer: z.record(z.string(), z.string()).optional(),
});

/** `application/problem+json` (RFC 9457) with our members: the code, and every finding of the policy. */
export const problemResponseSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  clause: z.string().optional(),
  field: z.string().optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
  findings: z.array(wireProblemSchema.extend({ weight: z.enum(["refusal", "advice"]) })).optional(),
});

export type ProblemResponse = z.output<typeof problemResponseSchema>;
