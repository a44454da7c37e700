import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { MemberId, ReportId } from "#lib/base/id.ts";
import { authorOf, type Author } from "./author.ts";
import { visibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

/** Something got out (M4). What exactly is told in messages. */
export interface Leak {
  /** From 1, within its report. */
  readonly number: number;
  readonly noticedAt: Date;
  readonly recordedAt: Date;
  readonly by: Author;
}

/** The leaks of a report, oldest first. */
export async function listLeaks(actor: Actor, reportId: ReportId): Promise<readonly Leak[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.leak.findMany({ where: { reportId, report: visibleTo(actor) }, orderBy: { number: "asc" } }),
  );
  return rows.map(({ number, noticedAt, recordedAt, party, memberId }) => ({
    number,
    noticedAt,
    recordedAt,
    by: { party: party as Author["party"], memberId: memberId as MemberId | null },
  }));
}

/** Records a leak; false where somebody recorded one of this number at the same time. */
export async function createLeak(actor: Actor, reportId: ReportId, leak: Omit<Leak, "by">): Promise<boolean> {
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.leak.createMany({ data: { ...leak, reportId, ...authorOf(actor) }, skipDuplicates: true }),
  );
  return count === 1;
}
