import "server-only";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { EnvelopeId, MemberId, OrganisationId, ReportId } from "#lib/base/id.ts";
import type { DutyId, DutyOutcome } from "#lib/policy/duty.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { visibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

/** A duty taken or done for one report. That nothing was found counts too (T3). */
export interface DutyWork {
  readonly reportId: ReportId;
  readonly handle: string;
  readonly duty: DutyId;
  readonly organisationId: OrganisationId;
  readonly memberId: MemberId;
  readonly at: Date;
  readonly outcome: DutyOutcome;
  /** Of the sealed note that says what exactly. */
  readonly envelopeId: EnvelopeId | null;
}

/** What was done for a report, oldest first, as part of a question about the report. */
export const dutyWorksPart = {
  orderBy: [{ at: "asc" }, { id: "asc" }],
  take: 2_000,
  include: { report: { select: { handle: true } } },
} as const satisfies Prisma.Report$dutyWorksArgs;

/** A row as a case tells it. */
export function toDutyWork(row: Prisma.DutyWorkGetPayload<typeof dutyWorksPart>): DutyWork {
  return {
    reportId: row.reportId as ReportId,
    handle: row.report.handle,
    duty: row.duty as DutyId,
    organisationId: row.organisationId as OrganisationId,
    memberId: row.memberId as MemberId,
    at: row.at,
    outcome: row.outcome as DutyOutcome,
    envelopeId: row.envelopeId as EnvelopeId | null,
  };
}

/** What an organisation did from `since` on, oldest first: in the reports that `actor` may see. */
export async function listDutyWorksOf(
  actor: SignedInActor,
  organisationId: OrganisationId,
  since: Date,
): Promise<readonly DutyWork[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.dutyWork.findMany({
      where: { organisationId, at: { gte: since }, report: visibleTo(actor) },
      ...dutyWorksPart,
    }),
  );
  return rows.map(toDutyWork);
}

/** The member's organisation took or did a duty for a report. */
export async function createDutyWork(
  actor: SignedInActor,
  reportId: ReportId,
  work: Pick<DutyWork, "duty" | "at" | "outcome" | "envelopeId">,
): Promise<void> {
  const { organisationId, memberId } = actor;
  await inTransaction(actor, (transaction) =>
    transaction.dutyWork.createMany({ data: { ...work, reportId, organisationId, memberId } }),
  );
}
