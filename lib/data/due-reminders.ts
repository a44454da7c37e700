import "server-only";
import type { SystemActor } from "#lib/access/actor.ts";
import type { ObligationId } from "#lib/base/id.ts";
import { obligationColumns, toKept, type KeptObligation, type ReminderState } from "./obligations.ts";
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

/** Notes up to when an obligation's reminders were sent. */
export async function changeReminderState(actor: SystemActor, id: ObligationId, state: ReminderState): Promise<void> {
  await inTransaction(actor, (transaction) => transaction.obligation.updateMany({ where: { id }, data: state }));
}
