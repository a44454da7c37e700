import "server-only";
import { isSignedIn, type Actor } from "#lib/access/actor.ts";
import type { MemberId, ReportId } from "#lib/base/id.ts";
import { sql } from "#lib/db/sql.ts";
import { holdsSql, hopsSql } from "./_own-reports.ts";
import { summaryColumns, toSummary, visibleTo, type ReportSummary } from "./reports.ts";
import { inTransaction, walkIndexes, type Transaction } from "./transaction.ts";

export interface ReportPage {
  readonly reports: readonly (ReportSummary & { readonly unreadCount: number })[];
  /** Give it to the next call; null after the last page. */
  readonly nextCursor: ReportId | null;
}

/** The reports that `actor` may see, newest first, `take` at a time. */
export async function listReports(actor: Actor, page: { after: ReportId | null; take: number }): Promise<ReportPage> {
  return inTransaction(actor, async (transaction) => {
    const ids = await listReportIds(actor, { ...page, take: page.take + 1 });
    const shown = ids.slice(0, page.take);
    const rows = await transaction.report.findMany({
      where: { id: { in: shown } }, // which the actor sees: asked once more, PostgreSQL would look at all that they see
      orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
      select: summaryColumns,
    });
    const unread = await countUnread(actor, shown);
    return {
      reports: rows.map((row) => ({ ...toSummary(row), unreadCount: unread.get(row.id) ?? 0 })),
      nextCursor: ids.length > page.take ? (shown.at(-1) ?? null) : null,
    };
  });
}

/** The ids of the reports that `actor` may see, newest first, `take` at a time. */
export async function listReportIds(
  actor: Actor,
  page: { after: ReportId | null; take: number },
): Promise<readonly ReportId[]> {
  const rows = await inTransaction(actor, (transaction) =>
    isSignedIn(actor)
      ? newestRead(transaction, actor.memberId, page)
      : transaction.report.findMany({
          where: visibleTo(actor),
          orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
          take: page.take,
          ...(page.after === null ? {} : { cursor: { id: page.after }, skip: 1 }),
          select: { id: true },
        }),
  );
  return rows.map(({ id }) => id as ReportId);
}

/** A member's reports are looked for among theirs where these are at most so many, else among all, the newest first. */
const fewReports = 500;

/**
 * As {@link visibleTo} says for a member, in the one form of which PostgreSQL reads no more than it gives: it guesses
 * that few reports pass a condition, and would rather look at every key packet of whoever reads each report. `own` hops
 * along the index from report to report.
 */
async function newestRead(
  transaction: Transaction,
  memberId: MemberId,
  { after, take }: { readonly after: ReportId | null; readonly take: number },
): Promise<{ id: string }[]> {
  await walkIndexes(transaction);
  return transaction.$queryRaw`
    with recursive ${hopsSql(memberId)},
    own as materialized (select id from hops where id is not null limit ${fewReports + 1}::int),
    after as materialized (select "receivedAt", id from "Report" where id = ${after}::uuid),
    reach as materialized (
      select coalesce((select "receivedAt" from after), 'infinity') as at,
        coalesce((select id from after), 'ffffffff-ffff-ffff-ffff-ffffffffffff') as id
      where ${after}::uuid is null or exists (select 1 from after)
    )
    select id::text from (
      (select r.id, r."receivedAt" from own join "Report" r on r.id = own.id, reach
        where (select count(*) from own) <= ${fewReports}::int and (r."receivedAt", r.id) < (reach.at, reach.id)
        order by r."receivedAt" desc, r.id desc limit ${take}::int)
      union all
      (select r.id, r."receivedAt" from "Report" r
        where (select count(*) from own) > ${fewReports}::int
          and (r."receivedAt", r.id) < (select at, id from reach)
          and ${holdsSql(memberId, sql`r.id`)}
        order by r."receivedAt" desc, r.id desc limit ${take}::int)
    ) found order by "receivedAt" desc, id desc`;
}

/** Envelopes of each report, cards aside, that came after the member's read mark and are not their own. */
async function countUnread(actor: Actor, reportIds: readonly ReportId[]): Promise<ReadonlyMap<string, number>> {
  if (actor.kind !== "member" && actor.kind !== "coordinator") return new Map();
  const rows = await inTransaction(
    actor,
    (transaction) => transaction.$queryRaw<{ reportId: string; unread: number }[]>`
      select e."reportId"::text as "reportId", count(*)::int as unread
      from "Envelope" e left join "ReadMark" m on m."reportId" = e."reportId" and m."memberId" = ${actor.memberId}::uuid
      where e."reportId" = any(${[...reportIds]}::uuid[]) and e.kind not in ('card', 'status')
        and e."authorMemberId" is distinct from ${actor.memberId}::uuid
        and (m."readUntil" is null or e."sentAt" > m."readUntil")
        and (select true from "KeyPacket" k
          where k."envelopeId" = e.id and k."memberId" = ${actor.memberId}::uuid limit 1)
      group by e."reportId"`,
  );
  return new Map(rows.map(({ reportId, unread }) => [reportId, unread]));
}
