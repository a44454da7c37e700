import "server-only";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { OrganisationId, ReportId } from "#lib/base/id.ts";
import { isAnswer, organisationStatuses, type OrganisationStatusName } from "#lib/embargo/organisation-status.ts";
import type { UnansweredIssue } from "#lib/schema/organisation-page.ts";
import { visibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

/** Most rows of each kind: more than an organisation does in a year. */
const maximumRows = 2_000;

export interface Acknowledgement {
  readonly reportId: ReportId;
  readonly handle: string;
  readonly at: Date;
}

/** The reports of which an organisation confirmed receipt from `since` on, oldest first, as far as `actor` sees them. */
export async function listAcknowledgementsOf(
  actor: SignedInActor,
  organisationId: OrganisationId,
  since: Date,
): Promise<readonly Acknowledgement[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.report.findMany({
      where: { AND: [{ acknowledgedAt: { gte: since }, acknowledgedBy: { organisationId } }, visibleTo(actor)] },
      orderBy: [{ acknowledgedAt: "asc" }, { id: "asc" }],
      take: maximumRows,
      select: { id: true, handle: true, acknowledgedAt: true },
    }),
  );
  return rows.flatMap(({ id, handle, acknowledgedAt }) =>
    acknowledgedAt === null ? [] : [{ reportId: id as ReportId, handle, at: acknowledgedAt }],
  );
}

const answers = organisationStatuses.filter(isAnswer);

export interface GivenStatus extends Acknowledgement {
  readonly issueNumber: number;
  readonly status: OrganisationStatusName;
}

/** Where an organisation has said from `since` on that it stands, oldest first, as far as `actor` sees the reports. */
export async function listStatusesOf(
  actor: SignedInActor,
  organisationId: OrganisationId,
  since: Date,
): Promise<readonly GivenStatus[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.organisationStatus.findMany({
      where: { organisationId, changedAt: { gte: since }, status: { in: answers }, report: visibleTo(actor) },
      orderBy: [{ changedAt: "asc" }, { issueId: "asc" }],
      take: maximumRows,
      select: {
        reportId: true,
        status: true,
        changedAt: true,
        report: { select: { handle: true } },
        issue: { select: { number: true } },
      },
    }),
  );
  return rows.map(({ reportId, status, changedAt, report, issue }) => ({
    reportId: reportId as ReportId,
    handle: report.handle,
    issueNumber: issue.number,
    status: status as OrganisationStatusName,
    at: changedAt,
  }));
}

/**
 * The issues under embargo that an organisation can read and has not said a word about, the oldest first, as far as
 * `actor` sees them.
 */
export async function listUnansweredIssuesOf(
  actor: SignedInActor,
  organisationId: OrganisationId,
): Promise<readonly UnansweredIssue[]> {
  const isOpenToThem = { readers: { some: { member: { organisationId, removedAt: null } } } };
  const rows = await inTransaction(actor, (transaction) =>
    transaction.issue.findMany({
      where: {
        embargoState: { not: "exited" },
        mergedAt: null,
        organisationStatuses: { none: { organisationId, status: { in: answers } } },
        report: { AND: [isOpenToThem, visibleTo(actor)] },
      },
      orderBy: [{ report: { receivedAt: "asc" } }, { reportId: "asc" }, { number: "asc" }],
      take: maximumRows,
      select: {
        number: true,
        reportId: true,
        report: { select: { handle: true, receivedAt: true } },
        organisationStatuses: { where: { organisationId }, take: 1, select: { changedAt: true } },
      },
    }),
  );
  return rows.map(({ number, reportId, report, organisationStatuses: [opened] }) => ({
    reportId: reportId as ReportId,
    ...report,
    issueNumber: number,
    openedAt: opened?.changedAt ?? null,
  }));
}
