import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { DutyId } from "#lib/policy/duty.ts";
import { obligationColumns, toKept, visibleTo, type KeptObligation } from "./obligations.ts";
import { inTransaction } from "./transaction.ts";

/** The duties under which debts are looked for. */
export interface LookedAfter {
  /** Every open debt counts. */
  readonly first: readonly DutyId[];
  /** Late ones alone count: only these are passed on. */
  readonly whenLate: readonly DutyId[];
}

/** Most debts in one answer, the earliest due first. */
export const maximumDutyDebts = 500;

/** What is owed under certain duties and not given yet, the earliest due first, as far as `actor` sees it. */
export async function listDutyDebts(
  actor: Actor,
  { first, whenLate }: LookedAfter,
  now: Date,
): Promise<readonly KeptObligation[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.obligation.findMany({
      where: {
        AND: [
          { closedAt: null },
          { OR: [{ duty: { in: [...first] } }, { duty: { in: [...whenLate] }, dueAt: { lt: now } }] },
          visibleTo(actor),
        ],
      },
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      take: maximumDutyDebts,
      select: obligationColumns,
    }),
  );
  return rows.map(toKept);
}
