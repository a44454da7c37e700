import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { IssueId, ReportId } from "#lib/base/id.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { CaseFact } from "#lib/embargo/case-state.ts";
import { authorOf, toAuthor, type Author } from "./author.ts";
import { inTransaction } from "./transaction.ts";

/** One of the six facts of an issue, with when it became so, and how somebody knows. */
export interface CaseRecord {
  readonly fact: CaseFact;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly by: Author;
  /** A link, a Message-ID or a sentence, in clear. */
  readonly evidence: string;
}

/** A fact as whoever records it brings it forward. */
export type NewCaseFact = Omit<CaseRecord, "by">;

/** The facts of an issue, in the order in which they were recorded, as part of a question about the issue. */
export const caseRecordsPart = { orderBy: { number: "asc" } } as const;

/** A row as a case tells it. */
export function toCaseRecord(row: Prisma.CaseRecordGetPayload<object>): CaseRecord {
  const { occurredAt, recordedAt, evidence } = row;
  return { fact: row.fact as CaseFact, occurredAt, recordedAt, by: toAuthor(row), evidence };
}

/**
 * Adds facts to an issue. The caller has changed the issue in the same transaction, so that nobody else adds one at the
 * same time.
 *
 * @param after - How many facts there are already.
 */
export async function recordCaseFacts(
  actor: Actor,
  issue: { readonly id: IssueId; readonly reportId: ReportId },
  facts: readonly NewCaseFact[],
  after: number,
): Promise<void> {
  const rows = facts.map((fact, index) => ({
    ...fact,
    issueId: issue.id,
    reportId: issue.reportId,
    number: after + index + 1,
    ...authorOf(actor),
  }));
  await inTransaction(actor, (transaction) => transaction.caseRecord.createMany({ data: rows }));
}
