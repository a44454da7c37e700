import "server-only";
import type { Actor, SystemActor } from "#lib/access/actor.ts";
import type { ObligationId, ReportId } from "#lib/base/id.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { obligationColumns, toKept, type KeptObligation } from "./obligations.ts";
import { inTransaction } from "./transaction.ts";

export interface DueObligation extends KeptObligation {
  readonly remindedUntil: Date;
}

/** Among how many of the longest due a worker looks for reports that nobody else is at. */
const lookedAtOnce = 1_000;

/**
 * Takes up to `take` open obligations whose next reminder is due at `now`, the longest due first, with their reports,
 * for this transaction alone: what somebody else is at is left to the next pass, see [Note: one at a time about a
 * report]. They are read by their index, whatever else is owed.
 */
export async function claimDueObligations(
  actor: SystemActor,
  now: Date,
  take: number,
): Promise<readonly DueObligation[]> {
  return inTransaction(actor, async (transaction) => {
    const claimed = await transaction.$queryRaw<{ id: string }[]>`
      select due.id::text from (
        select id, "reportId" from "Obligation" where "nextReminderAt" <= ${now}
        order by "nextReminderAt" limit ${lookedAtOnce}) due
      where pg_try_advisory_xact_lock(hashtextextended(due."reportId"::text, 0)) limit ${take}`;
    const rows = await transaction.obligation.findMany({
      // What was due a moment ago may have been closed, or reminded of, before its report was ours.
      where: { id: { in: claimed.map(({ id }) => id) }, nextReminderAt: { lte: now } },
      orderBy: [{ nextReminderAt: "asc" }, { id: "asc" }],
      select: { ...obligationColumns, remindedUntil: true },
    });
    return rows.map(({ remindedUntil, ...row }) => ({ ...toKept(row), remindedUntil }));
  });
}

/** Obligations as they stand now: what a pass does about one may have closed or moved another. */
export async function listObligationsById(
  actor: SystemActor,
  ids: readonly ObligationId[],
): Promise<ReadonlyMap<ObligationId, KeptObligation>> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.obligation.findMany({ where: { id: { in: [...ids] } }, select: obligationColumns }),
  );
  return new Map(rows.map((row) => [row.id as ObligationId, toKept(row)]));
}

/** Of several reports, what is kept under any of these keys. */
export async function listObligationsByKey(
  actor: SystemActor,
  reportIds: readonly ReportId[],
  keys: readonly string[],
): Promise<readonly KeptObligation[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.obligation.findMany({
      where: { reportId: { in: [...reportIds] }, key: { in: [...keys] } },
      select: obligationColumns,
    }),
  );
  return rows.map(toKept);
}

/** Notes up to when the reminders of obligations were sent, and when each has its next. */
export async function changeReminderStates(
  actor: SystemActor,
  remindedUntil: Date,
  next: ReadonlyMap<ObligationId, Date | null>,
): Promise<void> {
  const ids = [...next.keys()];
  const instants = [...next.values()].map((at) => at?.toISOString() ?? null);
  await inTransaction(
    actor,
    (transaction) => transaction.$executeRaw`
      update "Obligation" o set "remindedUntil" = ${remindedUntil}::timestamptz, "nextReminderAt" = n.at::timestamptz
      from unnest(${ids}::uuid[], ${instants}::text[]) as n(id, at) where o.id = n.id`,
  );
}

/** What will be reminded of next, and when. */
export interface ReminderAhead extends KeptObligation {
  readonly nextReminderAt: Date;
}

/** The last of a page; the next page begins behind it. */
export interface ReminderCursor {
  readonly at: Date;
  readonly id: ObligationId;
}

/** What will be reminded of, the soonest first, for coordinators and jobs; nothing for others. */
export async function listRemindersAhead(
  actor: Actor,
  page: { readonly after: ReminderCursor | null; readonly take: number },
): Promise<readonly ReminderAhead[]> {
  if (actor.kind !== "coordinator" && actor.kind !== "system") return [];
  const rows = await inTransaction(actor, (transaction) =>
    transaction.obligation.findMany({
      where: { nextReminderAt: { not: null }, ...behind(page.after) },
      orderBy: [{ nextReminderAt: "asc" }, { id: "asc" }],
      take: page.take,
      select: { ...obligationColumns, nextReminderAt: true },
    }),
  );
  return rows.flatMap(({ nextReminderAt, ...row }) =>
    nextReminderAt === null ? [] : [{ ...toKept(row), nextReminderAt }],
  );
}

function behind(cursor: ReminderCursor | null): Prisma.ObligationWhereInput {
  if (cursor === null) return {};
  const { at, id } = cursor;
  return { AND: [{ nextReminderAt: { gte: at } }, { OR: [{ nextReminderAt: { gt: at } }, { id: { gt: id } }] }] };
}
