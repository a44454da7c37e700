import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { EmbargoRecord } from "#lib/embargo/embargo-record.ts";
import { caseRecordsPart, toCaseRecord, type CaseRecord } from "./case-records.ts";
import { closingsPart, toClosing, type Closing } from "./closings.ts";
import { embargoRecordsPart, toRecord } from "./embargo-records.ts";
import { issueColumns, toIssue, type IssueSummary } from "./issues.ts";
import { leaksPart, toLeak, type Leak } from "./leaks.ts";
import { postingsPart, toPosting, type Posting } from "./postings.ts";
import { summaryColumns, toSummary, visibleTo, type ReportSummary } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

/** One issue with all that has happened to it, each in its order. */
export interface KeptIssue {
  readonly issue: IssueSummary;
  readonly records: readonly EmbargoRecord[];
  readonly caseRecords: readonly CaseRecord[];
  readonly postings: readonly Posting[];
}

/** A report with all that has happened to it; merged issues are among its issues. */
export interface KeptCase {
  readonly report: ReportSummary;
  readonly issues: readonly KeptIssue[];
  readonly leaks: readonly Leak[];
  readonly closings: readonly Closing[];
}

export const caseColumns = {
  ...summaryColumns,
  issues: {
    orderBy: { number: "asc" },
    select: {
      ...issueColumns,
      embargoRecords: embargoRecordsPart,
      caseRecords: caseRecordsPart,
      postings: postingsPart,
    },
  },
  leaks: leaksPart,
  closings: closingsPart,
} as const satisfies Prisma.ReportSelect;

type CaseRow = Prisma.ReportGetPayload<{ select: typeof caseColumns }>;

/** What the columns of `caseColumns` tell. */
export function toCase(row: CaseRow): KeptCase {
  return {
    report: toSummary({ ...row, issues: row.issues.filter(({ mergedAt }) => mergedAt === null) }),
    issues: row.issues.map(({ embargoRecords, caseRecords, postings, ...issue }) => ({
      issue: toIssue(issue),
      records: embargoRecords.map(toRecord),
      caseRecords: caseRecords.map(toCaseRecord),
      postings: postings.map(toPosting),
    })),
    leaks: row.leaks.map(toLeak),
    closings: row.closings.map(toClosing),
  };
}

/** @problem NOT_FOUND when there is no such report or `actor` may not see it. */
export async function findCase(actor: Actor, id: ReportId): Promise<Result<KeptCase, Problem<"NOT_FOUND">>> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.report.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: caseColumns }),
  );
  return row === null ? refused({ code: "NOT_FOUND", facts: {} }) : ok(toCase(row));
}
