import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { authorOf, toAuthor, type Author } from "./author.ts";
import { inTransaction } from "./transaction.ts";

/** Something got out (M4). What exactly is told in messages. */
export interface Leak {
  /** From 1, within its report. */
  readonly number: number;
  readonly noticedAt: Date;
  readonly recordedAt: Date;
  readonly by: Author;
}

/** The leaks of a report, oldest first, as part of a question about the report. */
export const leaksPart = { orderBy: { number: "asc" } } as const;

/** A row as a case tells it. */
export function toLeak(row: Prisma.LeakGetPayload<object>): Leak {
  const { number, noticedAt, recordedAt } = row;
  return { number, noticedAt, recordedAt, by: toAuthor(row) };
}

/** Records a leak; false where somebody recorded one of this number at the same time. */
export async function createLeak(actor: Actor, reportId: ReportId, leak: Omit<Leak, "by">): Promise<boolean> {
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.leak.createMany({ data: { ...leak, reportId, ...authorOf(actor) }, skipDuplicates: true }),
  );
  return count === 1;
}
