import "server-only";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { EnvelopeId, IssueId, MemberId, OrganisationId, ReportId } from "#lib/base/id.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { OrganisationStatusName } from "#lib/embargo/organisation-status.ts";
import { inTransaction } from "./transaction.ts";

/** Where an organisation stands with an issue. Whoever has no row has not even opened the report. */
export interface OrganisationStatus {
  readonly issueId: IssueId;
  readonly organisationId: OrganisationId;
  readonly status: OrganisationStatusName;
  readonly changedAt: Date;
  readonly memberId: MemberId;
  /** Of the sealed note with tracking id, versions and a comment. */
  readonly envelopeId: EnvelopeId | null;
}

/** The statuses of a report's issues, as part of a question about the report. */
export const organisationStatusesPart = {
  orderBy: [{ issueId: "asc" }, { organisationId: "asc" }],
} as const satisfies Prisma.Report$organisationStatusesArgs;

/** A row as a case tells it. */
export function toOrganisationStatus(row: Prisma.OrganisationStatusGetPayload<object>): OrganisationStatus {
  return {
    issueId: row.issueId as IssueId,
    organisationId: row.organisationId as OrganisationId,
    status: row.status as OrganisationStatusName,
    changedAt: row.changedAt,
    memberId: row.memberId as MemberId,
    envelopeId: row.envelopeId as EnvelopeId | null,
  };
}

export interface NewStatus extends Pick<OrganisationStatus, "status" | "changedAt"> {
  readonly envelopeId?: EnvelopeId | null;
}

/** Says where the member's organisation stands with an issue. Without a note given, the one that stands there stays. */
export async function changeOrganisationStatus(
  actor: SignedInActor,
  issue: { readonly id: IssueId; readonly reportId: ReportId },
  status: NewStatus,
): Promise<void> {
  const key = { issueId: issue.id, organisationId: actor.organisationId };
  const values = { ...status, memberId: actor.memberId };
  await inTransaction(actor, (transaction) =>
    transaction.organisationStatus.upsert({
      where: { issueId_organisationId: key },
      create: { ...key, ...values, reportId: issue.reportId },
      update: values,
      select: { issueId: true },
    }),
  );
}

/** Notes that somebody of the member's organisation has opened the issues, where nothing is known of it yet. */
export async function recordOpened(
  actor: SignedInActor,
  reportId: ReportId,
  issueIds: readonly IssueId[],
  now: Date,
): Promise<void> {
  const { memberId, organisationId } = actor;
  const row = { organisationId, reportId, status: "opened", changedAt: now, memberId };
  await inTransaction(actor, (transaction) =>
    transaction.organisationStatus.createMany({
      data: issueIds.map((issueId) => ({ issueId, ...row })),
      skipDuplicates: true,
    }),
  );
}
