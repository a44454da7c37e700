import { z } from "zod";
import { deadlinesFilterSchema } from "./deadlines-query.ts";
import { obligationIdSchema, organisationIdSchema, reportIdSchema } from "./id.ts";
import { dutyHolderSchema } from "./issue-response.ts";
import { obligationSchema } from "./obligation.ts";
import { instant } from "./wire.ts";

/** Something owed, as the page of all reports shows it. */
const deadlineSchema = obligationSchema.omit({ closing: true, part: true }).extend({
  handle: z.string(),
  listName: z.string(),
  /** Null where the reader holds no key packet of the report. */
  reportId: reportIdSchema.nullable(),
});

export type ShownDeadline = z.output<typeof deadlineSchema>;

const cursor = z.object({ dueAt: instant, id: obligationIdSchema });

/** Some deadlines in order, and where the next ones begin; null after the last. */
const deadlinePageSchema = z.object({ deadlines: z.array(deadlineSchema), next: cursor.nullable() });

export type ShownDeadlines = z.output<typeof deadlinePageSchema>;

/** Everything that the page of deadlines is made of. */
export const deadlinesResponseSchema = z.object({
  query: deadlinesFilterSchema,
  choices: z.object({
    organisations: z.array(z.object({ id: organisationIdSchema, name: z.string() })),
    listNames: z.array(z.string()),
  }),
  dutyHolders: z.array(dutyHolderSchema),
  /** Counted up to `cap`. */
  counts: z.object({ late: z.int(), upcoming: z.int(), cap: z.int() }),
  view: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("both"), late: deadlinePageSchema, upcoming: deadlinePageSchema }),
    z.object({ kind: z.literal("part"), part: z.enum(["late", "upcoming"]), page: deadlinePageSchema }),
    z.object({ kind: z.literal("day"), from: instant, until: instant, page: deadlinePageSchema }),
    /** With some hours more on either side, so that it holds the month of every zone. */
    z.object({ kind: z.literal("month"), month: z.string(), page: deadlinePageSchema }),
  ]),
  /** The server's clock. */
  now: instant,
});

export type DeadlinesResponse = z.output<typeof deadlinesResponseSchema>;
export type DeadlinesWire = z.input<typeof deadlinesResponseSchema>;
