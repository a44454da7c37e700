import "server-only";
import type { ReporterActor, SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { TriageAnswer } from "#lib/embargo/triage.ts";
import { caseColumns, toCase, type KeptCase } from "./cases.ts";
import { dutyWorksPart, toDutyWork, type DutyWork } from "./duty-works.ts";
import { envelopesPart, toThreadEnvelope, type ThreadEnvelope } from "./envelopes.ts";
import { eventsPart, toTimeline, type TimelineEvent } from "./events.ts";
import { obligationsPart, toKept, type KeptObligation } from "./obligations.ts";
import { organisationStatusesPart, toOrganisationStatus, type OrganisationStatus } from "./organisation-statuses.ts";
import { reporterCertificatesPart, toReporterCertificate, type ReporterCertificate } from "./reporter-certificates.ts";
import { visibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";
import { toTriageAnswer, triageAnswersPart } from "./triage-answers.ts";

/** Everything about a report that both sides' pages show: read at once, since each question costs a way to PostgreSQL. */
export interface CaseFile {
  readonly kept: KeptCase;
  readonly obligations: readonly KeptObligation[];
  readonly triageAnswers: readonly TriageAnswer[];
  readonly reporterCertificates: readonly ReporterCertificate[];
  readonly envelopes: readonly ThreadEnvelope[];
}

/** As its reporter sees it. */
export interface ReporterFile extends CaseFile {
  /** The reporter's own mail address. */
  readonly replyAddress: string | null;
}

/** As a member who reads it sees it. */
export interface MemberFile extends CaseFile {
  readonly statuses: readonly OrganisationStatus[];
  readonly dutyWorks: readonly DutyWork[];
  readonly events: readonly TimelineEvent[];
  /** Up to which instant the member has read the thread; null where they have not opened it yet. */
  readonly readUntil: Date | null;
}

function fileColumns(actor: ReporterActor | SignedInActor) {
  return {
    ...caseColumns,
    obligations: obligationsPart,
    triageAnswers: triageAnswersPart(actor),
    reporterCertificates: reporterCertificatesPart,
    envelopes: envelopesPart(actor),
  } as const satisfies Prisma.ReportSelect;
}

type FileRow = Prisma.ReportGetPayload<{ select: ReturnType<typeof fileColumns> }>;

function toFile(row: FileRow): CaseFile {
  return {
    kept: toCase(row),
    obligations: row.obligations.map(toKept),
    triageAnswers: row.triageAnswers.map(toTriageAnswer),
    reporterCertificates: row.reporterCertificates.map(toReporterCertificate),
    envelopes: row.envelopes.map(toThreadEnvelope),
  };
}

/** The reporter's own report. @problem NOT_FOUND when there is none. */
export async function findReporterFile(actor: ReporterActor): Promise<Result<ReporterFile, Problem<"NOT_FOUND">>> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.report.findFirst({ where: visibleTo(actor), select: { ...fileColumns(actor), replyAddress: true } }),
  );
  if (row === null) return refused({ code: "NOT_FOUND", facts: {} });
  return ok({ ...toFile(row), replyAddress: row.replyAddress });
}

/** @problem NOT_FOUND when there is no such report or the member may not see it. */
export async function findMemberFile(
  actor: SignedInActor,
  id: ReportId,
): Promise<Result<MemberFile, Problem<"NOT_FOUND">>> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.report.findFirst({
      where: { AND: [{ id }, visibleTo(actor)] },
      select: {
        ...fileColumns(actor),
        organisationStatuses: organisationStatusesPart,
        dutyWorks: dutyWorksPart,
        events: eventsPart,
        readMarks: { where: { memberId: actor.memberId }, select: { readUntil: true } },
      },
    }),
  );
  if (row === null) return refused({ code: "NOT_FOUND", facts: {} });
  return ok({
    ...toFile(row),
    statuses: row.organisationStatuses.map(toOrganisationStatus),
    dutyWorks: row.dutyWorks.map(toDutyWork),
    events: toTimeline(row.events),
    readUntil: row.readMarks[0]?.readUntil ?? null,
  });
}
