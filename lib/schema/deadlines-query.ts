import { z } from "zod";
import { dutyIds } from "#lib/policy/duty.ts";
import { listNameSchema, obligationIdSchema, organisationIdSchema } from "./id.ts";
import { instant } from "./wire.ts";

/** Where a page of deadlines ends: `2026-12-01T10:00:00.000Z_ID`, in addresses. */
const cursorSchema = z.codec(
  z.string().regex(/^[^_]{20,30}_[^_]{36}$/),
  z.object({ dueAt: z.date(), id: obligationIdSchema }),
  {
    decode: (text, { issues }) => {
      const [at = "", id = ""] = text.split("_");
      const dueAt = instant.safeParse(at);
      if (dueAt.success) return { dueAt: dueAt.data, id };
      issues.push({ code: "custom", input: text, message: "no cursor" });
      return z.NEVER;
    },
    encode: ({ dueAt, id }) => `${dueAt.toISOString()}_${id}`,
  },
);

const months = z.string().regex(/^(?:20|21)\d{2}-(?:0[1-9]|1[0-2])$/);

/** Which deadlines somebody looks at; null for all. */
export const deadlinesFilterSchema = z.object({
  organisation: organisationIdSchema.nullable(),
  duty: z.enum(dutyIds).nullable(),
  list: listNameSchema.nullable(),
});

const { organisation, duty, list } = deadlinesFilterSchema.shape;

/** How somebody looks at deadlines, as the address says it. What it does not know is as if it were not there. */
export const deadlinesQuerySchema = z.object({
  organisation: organisation.catch(null),
  duty: duty.catch(null),
  list: list.catch(null),
  /** `2026-12`: a month's calendar. */
  month: months.nullable().catch(null),
  /** One day of the reader's, as the instants at which it begins and ends. */
  from: instant.nullable().catch(null),
  until: instant.nullable().catch(null),
  /** One part of the page further on. */
  part: z.enum(["late", "upcoming"]).nullable().catch(null),
  after: cursorSchema.nullable().catch(null),
});

export type DeadlinesQuery = z.output<typeof deadlinesQuerySchema>;
export type DeadlinesFilter = z.output<typeof deadlinesFilterSchema>;

/** The address that shows deadlines so. */
export function deadlinesHref(query: Partial<DeadlinesQuery>): string {
  const { after, from, until, ...texts } = query;
  const values = {
    ...texts,
    from: from?.toISOString(),
    until: until?.toISOString(),
    after: after === null || after === undefined ? null : cursorSchema.encode(after),
  };
  const pairs = Object.entries(values).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  const text = new URLSearchParams(pairs).toString();
  return text === "" ? "/deadlines" : `/deadlines?${text}`;
}
