import "server-only";
import type { Actor, ReporterActor, SystemActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { clearFactsSchema, type ClearFacts } from "#lib/schema/clear-facts.ts";
import { inTransaction } from "./transaction.ts";

export interface StoredSubmission {
  readonly handle: string;
  readonly receivedAt: Date;
  readonly submissionHash: string;
  readonly facts: ClearFacts;
  readonly policyVersion: string;
}

/** What was made of the reporter's submission, if it has come before. */
export async function findSubmission(actor: ReporterActor): Promise<StoredSubmission | null> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.report.findUnique({
      where: { id: actor.reportId },
      select: { handle: true, receivedAt: true, submissionHash: true, facts: true, policyVersion: true },
    }),
  );
  return row === null ? null : { ...row, facts: clearFactsSchema.parse(row.facts) };
}

/** Lets one transaction at a time go on with the same submission, so that twins sent at once make one report. */
export async function lockSubmission(actor: Actor, submissionId: string): Promise<void> {
  await inTransaction(
    actor,
    (transaction) => transaction.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${submissionId}, 0))`,
  );
}

export interface StoredReceipt {
  readonly reportId: ReportId;
  readonly authenticatorHash: string;
  readonly holdsKey: boolean;
}

/** What a receipt's authenticator is compared with. For the doors alone, before they know who asks. */
export async function findReceipt(actor: SystemActor, lookupId: string): Promise<StoredReceipt | null> {
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
