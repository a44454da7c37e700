import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { IssueId, MemberId, ReportId } from "#lib/base/id.ts";
import type { CaseFact } from "#lib/embargo/case-state.ts";
import { byIssue } from "./by-issue.ts";
import type { Author } from "./author.ts";
import { authorOf } from "./author.ts";
import { visibleTo } from "./reports.ts";
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

/** The facts of each issue, in the order in which they were recorded. */
export async function listCaseRecords(
  actor: Actor,
  reportId: ReportId,
): Promise<ReadonlyMap<IssueId, readonly CaseRecord[]>> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.caseRecord.findMany({
      where: { reportId, report: visibleTo(actor) },
      orderBy: [{ issueId: "asc" }, { number: "asc" }],
    }),
  );
  return byIssue(rows, ({ fact, occurredAt, recordedAt, evidence, ...row }) => ({
    fact: fact as CaseFact,
    occurredAt,
    recordedAt,
    evidence,
    by: { party: row.party as Author["party"], memberId: row.memberId as MemberId | null },
  }));
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
