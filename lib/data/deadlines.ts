import "server-only";
import { isSignedIn, type Actor } from "#lib/access/actor.ts";
import type { ListId, ObligationId } from "#lib/base/id.ts";
import type { Party } from "#lib/embargo/embargo-record.ts";
import { dutyIds, type DutyId } from "#lib/policy/duty.ts";
import { obligationColumns, toKept, type KeptObligation } from "./obligations.ts";
import { inTransaction, walkIndexes, type Transaction } from "./transaction.ts";

/** Something that is still owed, of any report that the reader sees. */
export interface Deadline extends KeptObligation {
  /** How often it has changed, and when it last did. */
  readonly revision: number;
  readonly changedAt: Date;
}

/** Null for all. */
export interface DeadlineFilter {
  readonly listId: ListId | null;
  readonly duties: readonly DutyId[] | null;
  readonly owner: Party | null;
}

export const everyDeadline: DeadlineFilter = { listId: null, duties: null, owner: null };

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

export interface DeadlinesWanted {
  readonly filter: DeadlineFilter;
  readonly after: DeadlineCursor | null;
  readonly take: number;
}

export interface DeadlinePage {
  readonly deadlines: readonly Deadline[];
  readonly next: DeadlineCursor | null;
}

/** Where time begins and ends for what is owed. */
const always: DeadlineSpan = { from: new Date(0), until: new Date("9999-12-31T00:00:00Z") };

/** What is late at `now`, the longest due first. */
export function listLate(actor: Actor, now: Date, wanted: DeadlinesWanted): Promise<DeadlinePage> {
  return listDueBetween(actor, { ...always, until: now }, wanted);
}

/** What is owed from `now` on, the earliest due first. */
export function listUpcoming(actor: Actor, now: Date, wanted: DeadlinesWanted): Promise<DeadlinePage> {
  return listDueBetween(actor, { ...always, from: now }, wanted);
}

/**
 * What is owed within a span, the earliest due first. Coordinators see what is owed for all reports, since it says
 * nothing of content; members for those they read. It reads no more than a page by an index, whatever else is owed.
 */
export async function listDueBetween(actor: Actor, span: DeadlineSpan, wanted: DeadlinesWanted): Promise<DeadlinePage> {
  return inTransaction(actor, async (transaction) => {
    const ids = await readIds(transaction, actor, span, { ...wanted, take: wanted.take + 1 });
    const rows = await transaction.obligation.findMany({
      where: { id: { in: ids.slice(0, wanted.take) } },
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      select: { ...obligationColumns, revision: true, changedAt: true },
    });
    const deadlines = rows.map(({ revision, changedAt, ...row }): Deadline => ({
      ...toKept(row),
      revision,
      changedAt,
    }));
    return { deadlines, next: ids.length > wanted.take ? (deadlines.at(-1) ?? null) : null };
  });
}

/** How many are late at `now` and how many owed from then on, each counted up to `cap`. */
export async function countDeadlines(
  actor: Actor,
  filter: DeadlineFilter,
  now: Date,
  cap: number,
): Promise<{ readonly late: number; readonly upcoming: number }> {
  return inTransaction(actor, async (transaction) => {
    const wanted = { filter, after: null, take: cap };
    const late = await readIds(transaction, actor, { ...always, until: now }, wanted);
    const upcoming = await readIds(transaction, actor, { ...always, from: now }, wanted);
    return { late: late.length, upcoming: upcoming.length };
  });
}

const beforeAll: DeadlineCursor = { dueAt: new Date(0), id: "00000000-0000-0000-0000-000000000000" as ObligationId };

async function readIds(
  transaction: Transaction,
  actor: Actor,
  span: DeadlineSpan,
  wanted: DeadlinesWanted,
): Promise<readonly string[]> {
  if (!isSignedIn(actor)) return [];
  await walkIndexes(transaction);
  const { filter } = wanted;
  const isFiltered = filter.listId !== null || filter.duties !== null || filter.owner !== null;
  const reach = { ...span, after: wanted.after ?? beforeAll, take: wanted.take };
  const seesAll = actor.kind === "coordinator";
  const ofActor = { ...reach, filter, seesAll, memberId: actor.memberId };
  const walk = isFiltered ? readFiltered : readAll;
  const rows = (seesAll ? null : await readOfFewReports(transaction, ofActor)) ?? (await walk(transaction, ofActor));
  return rows.map(({ id }) => id);
}

/** Up to how many of a member's reports, and of what is owed for them, are looked at before all that is owed soon. */
const lookedAtFirst = 500;

/**
 * What is owed for the reports that a member reads, found by these; null where they or their debts are many: then a walk
 * along all that is owed soon meets enough of theirs, where for few it would look at what is owed for everybody else's.
 */
async function readOfFewReports(
  transaction: Transaction,
  { from, until, after, take, memberId, filter }: Reach & { readonly filter: DeadlineFilter },
): Promise<readonly { id: string }[] | null> {
  const reports = await transaction.$queryRaw<{ id: string }[]>`
    with recursive hops(id) as (
      (select "reportId" from "KeyPacket" where "memberId" = ${memberId}::uuid order by "reportId" limit 1)
      union all
      select (select k."reportId" from "KeyPacket" k
        where k."memberId" = ${memberId}::uuid and k."reportId" > hops.id order by k."reportId" limit 1)
      from hops where hops.id is not null
    )
    select id::text from hops where id is not null limit ${lookedAtFirst + 1}::int`;
  if (reports.length > lookedAtFirst) return null;

  const { listId, owner } = filter;
  const duties = filter.duties === null ? null : [...filter.duties];
  const [found] = await transaction.$queryRaw<{ held: number; ids: string[] }[]>`
    with own as materialized (
      select o.* from unnest(${reports.map(({ id }) => id)}::uuid[]) r(id)
      cross join lateral (select o.id, o."dueAt", o."closedAt", o."listId", o.duty, o.owner from "Obligation" o
        where o."reportId" = r.id offset 0) o
      limit ${lookedAtFirst + 1}::int)
    select (select count(*)::int from own) as held, array(select id::text from own
      where "closedAt" is null and "dueAt" >= ${from}::timestamptz and "dueAt" < ${until}::timestamptz
        and ("dueAt", id) > (${after.dueAt}::timestamptz, ${after.id}::uuid)
        and (${listId}::uuid is null or "listId" = ${listId}::uuid)
        and (${duties}::text[] is null or duty = any(${duties}::text[]))
        and (${owner}::text is null or owner = ${owner}::text)
      order by "dueAt", id limit ${take}::int) as ids`;
  return found === undefined || found.held > lookedAtFirst ? null : found.ids.map((id) => ({ id }));
}

interface Reach extends DeadlineSpan {
  readonly after: DeadlineCursor;
  readonly take: number;
  readonly seesAll: boolean;
  readonly memberId: string;
}

/**
 * `closedAt` is null throughout; it stands in the order so that the index is walked instead of sorted. And what a member
 * sees is asked row by row on that walk, where `exists` would be joined to all that they ever saw.
 */
function readAll(transaction: Transaction, { from, until, after, take, seesAll, memberId }: Reach) {
  return transaction.$queryRaw<{ id: string }[]>`
    select o.id::text as id from "Obligation" o
    where o."closedAt" is null and o."dueAt" >= ${from}::timestamptz and o."dueAt" < ${until}::timestamptz
      and (o."dueAt", o.id) > (${after.dueAt}::timestamptz, ${after.id}::uuid)
      and (${seesAll}::boolean or (select true from "KeyPacket" k
        where k."reportId" = o."reportId" and k."memberId" = ${memberId}::uuid limit 1))
    order by o."closedAt", o."dueAt", o.id limit ${take}::int`;
}

/** One walk along the index for each list, duty and owner that is wanted, of which there are few; then the first of all. */
function readFiltered(
  transaction: Transaction,
  { from, until, after, take, seesAll, memberId, filter }: Reach & { readonly filter: DeadlineFilter },
) {
  const duties = [...(filter.duties ?? dutyIds)];
  const owners: Party[] = filter.owner === null ? ["reporter", "list"] : [filter.owner];
  return transaction.$queryRaw<{ id: string }[]>`
    select found.id::text as id
    from "List" l cross join unnest(${duties}::text[]) d(duty) cross join unnest(${owners}::text[]) w(owner)
    cross join lateral (
      select o.id, o."dueAt" from "Obligation" o
      where o."listId" = l.id and o.duty = d.duty and o.owner = w.owner and o."closedAt" is null
        and o."dueAt" >= ${from}::timestamptz and o."dueAt" < ${until}::timestamptz
        and (o."dueAt", o.id) > (${after.dueAt}::timestamptz, ${after.id}::uuid)
        and (${seesAll}::boolean or (select true from "KeyPacket" k
          where k."reportId" = o."reportId" and k."memberId" = ${memberId}::uuid limit 1))
      order by o."closedAt", o."dueAt", o.id limit ${take}::int
    ) found
    where ${filter.listId}::uuid is null or l.id = ${filter.listId}::uuid
    order by found."dueAt", found.id limit ${take}::int`;
}
