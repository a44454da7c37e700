import type { SignedInActor } from "#lib/access/actor.ts";
import type { ListId, ObligationId } from "#lib/base/id.ts";
import type { Party } from "#lib/embargo/embargo-record.ts";
import { dutyIds, type DutyId } from "#lib/policy/duty.ts";
import { sql, type Sql } from "#lib/db/sql.ts";
import { holdsSql, hopsSql } from "./_own-reports.ts";
import { walkIndexes, type Transaction } from "./transaction.ts";

/** Null for all. */
export interface DeadlineFilter {
  readonly listId: ListId | null;
  readonly duties: readonly DutyId[] | null;
  readonly owner: Party | null;
}

/** The last one of a page; the next page begins behind it. */
export interface DeadlineCursor {
  readonly dueAt: Date;
  readonly id: ObligationId;
}

/** From one instant on, up to before another. */
export interface DeadlineSpan {
  readonly from: Date;
  readonly until: Date;
}

/** A walk along what is owed within a span, behind a cursor, until it has met so many. */
export interface Walk extends DeadlineSpan {
  readonly after: DeadlineCursor | null;
  readonly take: number;
}

/** An obligation that a walk has met. */
export interface Met {
  /** Of the walk, from 0. */
  readonly place: number;
  readonly id: string;
  readonly isOpenable: boolean;
}

const beforeAll: DeadlineCursor = { dueAt: new Date(0), id: "00000000-0000-0000-0000-000000000000" as ObligationId };

/** Up to how many of a member's reports, and of what is owed for them, are looked at before all that is owed soon. */
const lookedAtFirst = 500;

/**
 * What several walks meet, the earliest due first, in one question. What is owed for the reports that a member reads is
 * found by these; where they or their debts are many, on a walk along all that is owed soon, which meets enough of theirs,
 * where for few it would look at what is owed for everybody else's.
 */
export async function walkDeadlines(
  transaction: Transaction,
  actor: SignedInActor,
  filter: DeadlineFilter,
  walks: readonly Walk[],
): Promise<readonly Met[]> {
  await walkIndexes(transaction);
  const seesAll = actor.kind === "coordinator";
  const { memberId } = actor;
  const starts = walks.map(({ after }) => after ?? beforeAll);
  const isFiltered = filter.listId !== null || filter.duties !== null || filter.owner !== null;
  const { listId, owner } = filter;
  const duties = filter.duties === null ? null : [...filter.duties];
  return transaction.$queryRaw<Met[]>`
    with recursive ${hopsSql(memberId)},
    own as materialized (
      select id from hops where id is not null and not ${seesAll}::boolean limit ${lookedAtFirst + 1}::int
    ),
    held as materialized (
      select o.* from own cross join lateral (
        select o.id, o."dueAt", o."closedAt", o."listId", o.duty, o.owner from "Obligation" o
        where o."reportId" = own.id offset 0) o
      where (select count(*) from own) <= ${lookedAtFirst}::int limit ${lookedAtFirst + 1}::int
    ),
    few as materialized (
      select not ${seesAll}::boolean and (select count(*) from own) <= ${lookedAtFirst}::int
        and (select count(*) from held) <= ${lookedAtFirst}::int as "isSo"
    )
    select w.place::int - 1 as place, met.id::text as id, met."isOpenable"
    from unnest(${walks.map(({ from }) => from)}::timestamptz[], ${walks.map(({ until }) => until)}::timestamptz[],
      ${starts.map(({ dueAt }) => dueAt)}::timestamptz[], ${starts.map(({ id }) => id)}::uuid[],
      ${walks.map(({ take }) => take)}::int[]) with ordinality as w(since, until, "afterAt", "afterId", take, place)
    cross join lateral (
      (select h.id, h."dueAt", true as "isOpenable" from held h
        where (select "isSo" from few) and h."closedAt" is null and ${isWithin(sql`h`)}
          and (${listId}::uuid is null or h."listId" = ${listId}::uuid)
          and (${duties}::text[] is null or h.duty = any(${duties}::text[]))
          and (${owner}::text is null or h.owner = ${owner}::text)
        order by h."dueAt", h.id limit w.take)
      union all
      (${isFiltered ? filteredWalk(actor, filter) : wholeWalk(actor)})
    ) met
    order by w.place, met."dueAt", met.id`;
}

function isWithin(row: Sql): Sql {
  return sql`${row}."dueAt" >= w.since and ${row}."dueAt" < w.until
    and (${row}."dueAt", ${row}.id) > (w."afterAt", w."afterId")`;
}

/** What a walk is asked of each row on its way; `true` for a coordinator, who sees all that is owed. */
function isSeen({ kind, memberId }: SignedInActor): Sql {
  return kind === "coordinator" ? sql`true` : holdsSql(memberId, sql`o."reportId"`);
}

/** `closedAt` is null throughout; it stands in the order so that the index is walked instead of sorted. */
function wholeWalk(actor: SignedInActor): Sql {
  return sql`
    select o.id, o."dueAt", coalesce(${holdsSql(actor.memberId, sql`o."reportId"`)}, false) from "Obligation" o
    where not (select "isSo" from few) and o."closedAt" is null and ${isWithin(sql`o`)} and ${isSeen(actor)}
    order by o."closedAt", o."dueAt", o.id limit w.take`;
}

/** One walk along the index for each list, duty and owner that is wanted, of which there are few; then the first of all. */
function filteredWalk(actor: SignedInActor, filter: DeadlineFilter): Sql {
  const duties = [...(filter.duties ?? dutyIds)];
  const owners: Party[] = filter.owner === null ? ["reporter", "list"] : [filter.owner];
  return sql`
    select found.id, found."dueAt", coalesce(${holdsSql(actor.memberId, sql`found."reportId"`)}, false)
    from "List" l cross join unnest(${duties}::text[]) d(duty) cross join unnest(${owners}::text[]) p(owner)
    cross join lateral (
      select o.id, o."dueAt", o."reportId" from "Obligation" o
      where o."listId" = l.id and o.duty = d.duty and o.owner = p.owner and o."closedAt" is null and ${isWithin(sql`o`)}
        and ${isSeen(actor)}
      order by o."closedAt", o."dueAt", o.id limit w.take
    ) found
    where not (select "isSo" from few) and (${filter.listId}::uuid is null or l.id = ${filter.listId}::uuid)
    order by found."dueAt", found.id limit w.take`;
}
