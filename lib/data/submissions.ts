import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { inTransaction } from "./transaction.ts";

export interface StoredSubmission {
  readonly reportId: ReportId;
  readonly handle: string;
  readonly receivedAt: Date;
  readonly submissionHash: string;
}

/** The report that was made of a submission, if it has come before. For doors, which act as the system here. */
export async function findSubmission(actor: Actor, submissionId: string): Promise<StoredSubmission | null> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.report.findUnique({
      where: { submissionId },
      select: { id: true, handle: true, receivedAt: true, submissionHash: true },
    }),
  );
  if (row === null) return null;
  return { ...row, reportId: row.id as ReportId };
}

export interface StoredReceipt {
  readonly reportId: ReportId;
  readonly authenticatorHash: string;
  readonly holdsKey: boolean;
}

/** What a receipt's authenticator is compared with. For doors, which act as the system here. */
export async function findReceipt(actor: Actor, lookupId: string): Promise<StoredReceipt | null> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.report.findUnique({
      where: { receiptLookupId: lookupId },
      select: { id: true, receiptAuthenticatorHash: true, receiptHoldsKey: true },
    }),
  );
  if (row === null) return null;
  return {
    reportId: row.id as ReportId,
    authenticatorHash: row.receiptAuthenticatorHash,
    holdsKey: row.receiptHoldsKey,
  };
}
