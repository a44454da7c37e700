import { z } from "zod";
import { obligationIdSchema } from "./id.ts";
import { authorSchema } from "./issue-response.ts";
import { instant } from "./wire.ts";

export const obligationKindSchema = z.enum([
  "ACKNOWLEDGE",
  "SUPPLY_DATE",
  "ANSWER_PROPOSAL",
  "REPORT_PROGRESS",
  "DISCLOSE",
  "POST_ISSUE",
  "ANNOUNCE_EXPLOIT",
  "POST_EXPLOIT",
  "TELL_LEAK",
  "INVESTIGATE_LEAK",
  "REPORT_LEAK",
]);

/** Something that is or was owed for a report, as pages show it. */
export const obligationSchema = z.object({
  id: obligationIdSchema,
  kind: obligationKindSchema,
  issueNumber: z.int().nullable(),
  /** What tells it from others of its kind and issue: the number of a leak, or of a proposal. */
  part: z.string().nullable(),
  owner: z.enum(["reporter", "list"]),
  duty: z.string(),
  clause: z.string(),
  openedAt: instant,
  dueAt: instant,
  /** Whom it is with now, where it is late: who owes it first, then those who look after it. */
  isWith: z.enum(["owner", "primary", "backup", "coordinators"]),
  closing: z
    .object({
      at: instant,
      /** Who brought it forward; null where Fortnight itself recorded what was owed, or a posting shows it. */
      by: authorSchema.nullable(),
      evidence: z.object({ kind: z.enum(["link", "message-id", "word", "record"]), text: z.string() }),
      /** Whether a person's word closed it, which can be taken back. */
      isReopenable: z.boolean(),
    })
    .nullable(),
});

export type ShownObligation = z.output<typeof obligationSchema>;
