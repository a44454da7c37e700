import "server-only";
import type { SystemActor } from "#lib/access/actor.ts";
import type { ObligationId } from "#lib/base/id.ts";
import { obligationColumns, toKept, type KeptObligation, type ReminderState } from "./obligations.ts";
import { inTransaction } from "./transaction.ts";

export interface DueObligation extends KeptObligation {
  readonly remindedUntil: Date;
}

/**
 * Takes up to `take` open obligations whose next reminder is due at `now`, the longest due first, for this transaction
 * alone: another worker at the same time gets others. They are read by their index, whatever else is owed.
 */
export async function claimDueObligations(
  actor: SystemActor,
  now: Date,
  take: number,
): Promise<readonly DueObligation[]> {
  return inTransaction(actor, async (transaction) => {
    const claimed = await transaction.$queryRaw<{ id: string }[]>`
      select id::text from "Obligation" where "nextReminderAt" <= ${now}
      order by "nextReminderAt" limit ${take} for update skip locked`;
    const rows = await transaction.obligation.findMany({
      where: { id: { in: claimed.map(({ id }) => id) } },
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
