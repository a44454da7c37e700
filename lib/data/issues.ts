import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { IssueId, ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { EmbargoState } from "#lib/embargo/embargo-machine.ts";
import { visibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

/** Whether a CVE id is wanted, and from whom (A7, A8). */
export type CveState = "unknown" | "wanted" | "elsewhere" | "assigned" | "not-needed";

/** One vulnerability of a report, as the server knows it. */
export interface IssueSummary {
  readonly id: IssueId;
  readonly reportId: ReportId;
  /** From 1, within its report. */
  readonly number: number;
  readonly policyVersion: string;
  /** Give it to {@link changeIssue}: it is refused when somebody else was faster. */
  readonly revision: number;
  readonly embargoState: EmbargoState;
  readonly disclosureAt: Date | null;
  readonly createdAt: Date;
  readonly isExtensionAgreed: boolean;
  readonly withdrawnAt: Date | null;
  readonly splitFromNumber: number | null;
  readonly mergedIntoNumber: number | null;
  readonly mergedAt: Date | null;
  readonly exploitSharedAt: Date | null;
  readonly exploitSharedBy: "reporter" | "other" | null;
  readonly exploitPublicationAt: Date | null;
  readonly cveState: CveState;
  readonly cveId: string | null;
}

export const issueColumns = {
  id: true,
  reportId: true,
  number: true,
  policyVersion: true,
  revision: true,
  embargoState: true,
  disclosureAt: true,
  createdAt: true,
  isExtensionAgreed: true,
  withdrawnAt: true,
  splitFromNumber: true,
  mergedIntoNumber: true,
  mergedAt: true,
  exploitSharedAt: true,
  exploitSharedBy: true,
  exploitPublicationAt: true,
  cveState: true,
  cveId: true,
} as const satisfies Prisma.IssueSelect;

type IssueRow = Prisma.IssueGetPayload<{ select: typeof issueColumns }>;

/** What the columns of `issueColumns` tell. */
export function toIssue(row: IssueRow): IssueSummary {
  return {
    ...row,
    id: row.id as IssueId,
    reportId: row.reportId as ReportId,
    embargoState: row.embargoState as EmbargoState,
    exploitSharedBy: row.exploitSharedBy as IssueSummary["exploitSharedBy"],
    cveState: row.cveState as CveState,
  };
}

/** The issues of a report, merged ones among them, by number; none where `actor` may not see the report. */
export async function listIssues(actor: Actor, reportId: ReportId): Promise<readonly IssueSummary[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.issue.findMany({
      where: { reportId, report: visibleTo(actor) },
      orderBy: { number: "asc" },
      select: issueColumns,
    }),
  );
  return rows.map(toIssue);
}

/** @problem NOT_FOUND when the report has no issue of this number or `actor` may not see the report. */
export async function findIssue(
  actor: Actor,
  reportId: ReportId,
  number: number,
): Promise<Result<IssueSummary, Problem<"NOT_FOUND">>> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.issue.findFirst({ where: { reportId, number, report: visibleTo(actor) }, select: issueColumns }),
  );
  return row === null ? refused({ code: "NOT_FOUND", facts: {} }) : ok(toIssue(row));
}

export type NewIssue = Pick<
  IssueSummary,
  "reportId" | "number" | "policyVersion" | "embargoState" | "disclosureAt" | "createdAt"
> &
  Partial<
    Pick<IssueSummary, "splitFromNumber" | "exploitSharedAt" | "exploitSharedBy" | "exploitPublicationAt" | "cveState">
  >;

/**
 * One more issue of a report that `actor` may see (A6).
 *
 * @problem ISSUE_CHANGED when somebody was faster, and the number is taken.
 */
export async function createIssue(actor: Actor, issue: NewIssue): Promise<Result<IssueId, Problem<"ISSUE_CHANGED">>> {
  const id = crypto.randomUUID() as IssueId;
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.issue.createMany({ data: { ...issue, id }, skipDuplicates: true }),
  );
  return count === 1 ? ok(id) : refused({ code: "ISSUE_CHANGED", facts: {} });
}

export type IssueChange = Partial<
  Pick<
    IssueSummary,
    | "embargoState"
    | "disclosureAt"
    | "isExtensionAgreed"
    | "withdrawnAt"
    | "mergedIntoNumber"
    | "mergedAt"
    | "exploitSharedAt"
    | "exploitSharedBy"
    | "exploitPublicationAt"
    | "cveState"
    | "cveId"
  >
>;

/**
 * Changes an issue that is still as the one who asks has seen it, and counts the change.
 *
 * @problem ISSUE_CHANGED when somebody was faster, or `actor` may not see the report.
 */
export async function changeIssue(
  actor: Actor,
  { id, revision }: Pick<IssueSummary, "id" | "revision">,
  change: IssueChange,
): Promise<Result<null, Problem<"ISSUE_CHANGED">>> {
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.issue.updateMany({
      where: { id, revision, report: visibleTo(actor) },
      data: { ...change, revision: { increment: 1 } },
    }),
  );
  return count === 1 ? ok(null) : refused({ code: "ISSUE_CHANGED", facts: {} });
}
