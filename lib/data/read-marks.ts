import "server-only";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { inTransaction } from "./transaction.ts";

/** Notes that the member has read a report's thread up to `readUntil`. */
export async function changeReadMark(actor: SignedInActor, reportId: ReportId, readUntil: Date): Promise<void> {
  const key = { memberId: actor.memberId, reportId };
  await inTransaction(actor, (transaction) =>
    transaction.readMark.upsert({
      where: { memberId_reportId: key },
      create: { ...key, readUntil },
      update: { readUntil },
      select: { reportId: true },
    }),
  );
}

/** Up to which instant the member has read a report's thread; null where they have not opened it yet. */
export async function findReadMark(actor: SignedInActor, reportId: ReportId): Promise<Date | null> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.readMark.findUnique({
      where: { memberId_reportId: { memberId: actor.memberId, reportId } },
      select: { readUntil: true },
    }),
  );
  return row?.readUntil ?? null;
}
