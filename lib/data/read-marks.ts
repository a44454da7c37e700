import "server-only";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { inTransaction } from "./transaction.ts";

/** Notes that the member has read a report's thread up to `readUntil`; a page that is behind takes nothing back. */
export async function changeReadMark(actor: SignedInActor, reportId: ReportId, readUntil: Date): Promise<void> {
  const key = { memberId: actor.memberId, reportId };
  await inTransaction(actor, async (transaction) => {
    await transaction.readMark.createMany({ data: { ...key, readUntil }, skipDuplicates: true });
    await transaction.readMark.updateMany({ where: { ...key, readUntil: { lt: readUntil } }, data: { readUntil } });
  });
}
