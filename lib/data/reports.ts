import "server-only";
import type { Actor, ReporterActor, SignedInActor } from "#lib/access/actor.ts";
import type { IssueId, ListId, ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { clearFactsSchema, type ClearFacts } from "#lib/schema/clear-facts.ts";
import type { EmbargoState } from "#lib/embargo/embargo-machine.ts";
import { inTransaction } from "./transaction.ts";

/** What the server knows of a report: dates, states and answers given in clear. */
export interface ReportSummary {
  readonly id: ReportId;
  readonly handle: string;
  readonly listName: string;
  readonly listId: ListId;
  readonly door: "form" | "api";
  readonly policyVersion: string;
  readonly facts: ClearFacts;
  readonly receivedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: { readonly name: string; readonly organisation: string } | null;
  readonly embargoState: EmbargoState;
  readonly disclosureAt: Date | null;
  readonly hasReplyAddress: boolean;
  readonly reporterCanRead: boolean;
  readonly receiptHoldsKey: boolean;
  /** The list on which it was discussed before (A5), and until when; null where it was not moved. */
  readonly movedFromListId: ListId | null;
  readonly movedAt: Date | null;
}

export const summaryColumns = {
  id: true,
  handle: true,
  listId: true,
  door: true,
  policyVersion: true,
  facts: true,
  receivedAt: true,
  acknowledgedAt: true,
  replyAddress: true,
  receiptHoldsKey: true,
  movedFromListId: true,
  movedAt: true,
  list: { select: { name: true } },
  acknowledgedBy: { select: { name: true, organisation: { select: { name: true } } } },
  issues: { where: { mergedAt: null }, orderBy: { number: "asc" }, select: { embargoState: true, disclosureAt: true } },
  _count: { select: { reporterCertificates: true } },
} as const satisfies Prisma.ReportSelect;

type SummaryRow = Prisma.ReportGetPayload<{ select: typeof summaryColumns }>;

/** What the columns of `summaryColumns` tell. */
export function toSummary(row: SummaryRow): ReportSummary {
  const issue = mostUrgent(row.issues);
  return {
    id: row.id as ReportId,
    handle: row.handle,
    listName: row.list.name,
    listId: row.listId as ListId,
    door: row.door as "form" | "api",
    policyVersion: row.policyVersion,
    facts: clearFactsSchema.parse(row.facts),
    receivedAt: row.receivedAt,
    acknowledgedAt: row.acknowledgedAt,
    acknowledgedBy:
      row.acknowledgedBy === null
        ? null
        : { name: row.acknowledgedBy.name, organisation: row.acknowledgedBy.organisation.name },
    embargoState: issue.embargoState as EmbargoState,
    disclosureAt: issue.disclosureAt,
    hasReplyAddress: row.replyAddress !== null,
    reporterCanRead: row._count.reporterCertificates > 0,
    receiptHoldsKey: row.receiptHoldsKey,
    movedFromListId: row.movedFromListId as ListId | null,
    movedAt: row.movedAt,
  };
}

/** The issue that speaks for its report: of those whose embargo is not over, the one that is public first. */
function mostUrgent(issues: SummaryRow["issues"]): SummaryRow["issues"][number] {
  const open = issues.filter(({ embargoState }) => embargoState !== "exited");
  const [first] = (open.length === 0 ? issues : open).toSorted(
    (left, right) => (left.disclosureAt?.getTime() ?? Infinity) - (right.disclosureAt?.getTime() ?? Infinity),
  );
  if (first === undefined) throw new Error("a report without an issue");
  return first;
}

/** The one place that says who sees which reports: those who hold a key packet, and the reporter their own. */
export function visibleTo(actor: Actor): Prisma.ReportWhereInput {
  switch (actor.kind) {
    case "anonymous":
      return { id: { in: [] } };
    case "system":
      return {};
    case "reporter":
      return { id: actor.reportId };
    case "member":
    case "coordinator":
      return { keyPackets: { some: { memberId: actor.memberId } } };
  }
}

/** @problem NOT_FOUND when there is no such report or `actor` may not see it. */
export async function findReport(actor: Actor, id: ReportId): Promise<Result<ReportSummary, Problem<"NOT_FOUND">>> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.report.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: summaryColumns }),
  );
  return row === null ? refused({ code: "NOT_FOUND", facts: {} }) : ok(toSummary(row));
}

/** Which of some reports `actor` may see. */
export async function listVisible(actor: Actor, ids: readonly ReportId[]): Promise<ReadonlySet<ReportId>> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.report.findMany({ where: { AND: [{ id: { in: [...ids] } }, visibleTo(actor)] }, select: { id: true } }),
  );
  return new Set(rows.map(({ id }) => id as ReportId));
}

export interface NewReport {
  readonly id: ReportId;
  readonly handle: string;
  readonly listId: ListId;
  readonly submissionId: string;
  readonly submissionHash: string;
  readonly door: "form" | "api";
  readonly policyVersion: string;
  readonly facts: ClearFacts;
  readonly receivedAt: Date;
  readonly replyAddress: string | null;
  readonly receiptLookupId: string;
  readonly receiptAuthenticatorHash: string;
  readonly receiptHoldsKey: boolean;
  readonly embargoState: EmbargoState;
  readonly disclosureAt: Date | null;
}

/**
 * Creates a report, and returns the id of its first issue. `actor` is the reporter of this very report.
 *
 * @problem RECEIPT_REUSED when another report has the receipt.
 */
export async function createReport(
  actor: ReporterActor,
  report: NewReport,
): Promise<Result<IssueId, Problem<"RECEIPT_REUSED">>> {
  const { embargoState, disclosureAt, ...columns } = report;
  const issueId = crypto.randomUUID() as IssueId;
  return inTransaction(actor, async (transaction) => {
    const { count } = await transaction.report.createMany({
      data: { ...columns, facts: clearFactsSchema.encode(report.facts) },
      skipDuplicates: true,
    });
    if (count === 0) return refused({ code: "RECEIPT_REUSED", facts: {} });
    await transaction.issue.createMany({
      data: {
        id: issueId,
        reportId: report.id,
        number: 1,
        embargoState,
        disclosureAt,
        createdAt: report.receivedAt,
        policyVersion: report.policyVersion,
        ...exploitOf(report),
      },
    });
    return ok(issueId);
  });
}

/** The exploit that came with a report, as its first issue keeps it (R14). */
function exploitOf({ facts, receivedAt }: NewReport) {
  if (facts.hasExploit !== true) return {};
  return {
    exploitSharedAt: receivedAt,
    exploitSharedBy: "reporter",
    exploitPublicationAt: facts.exploitPublicationAt,
  };
}

/** Confirms receipt (A1, R8). False where somebody has done so before, or the member may not see the report. */
export async function changeReportToAcknowledged(actor: SignedInActor, id: ReportId, now: Date): Promise<boolean> {
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.report.updateMany({
      where: { AND: [{ id, acknowledgedAt: null }, visibleTo(actor)] },
      data: { acknowledgedAt: now, acknowledgedById: actor.memberId },
    }),
  );
  return count === 1;
}

/** Sets, changes or takes away the reporter's own mail address. */
export async function changeReplyAddress(actor: ReporterActor, address: string | null): Promise<void> {
  await inTransaction(actor, (transaction) =>
    transaction.report.updateMany({ where: visibleTo(actor), data: { replyAddress: address } }),
  );
}

/** Moves a report's discussion to another list (A5). False where somebody has moved it, or `actor` may not see it. */
export async function changeReportList(
  actor: SignedInActor,
  { id, listId }: Pick<ReportSummary, "id" | "listId">,
  newListId: ListId,
  now: Date,
): Promise<boolean> {
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.report.updateMany({
      where: { AND: [{ id, listId }, visibleTo(actor)] },
      data: { listId: newListId, movedFromListId: listId, movedAt: now },
    }),
  );
  return count === 1;
}
