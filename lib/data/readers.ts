import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { EnvelopeId, Fingerprint, MemberId, OrganisationId, ReportId } from "#lib/base/id.ts";
import { visibleTo } from "./envelopes.ts";
import { visibleTo as reportVisibleTo } from "./reports.ts";
import { inTransaction, type Transaction } from "./transaction.ts";

export interface EnvelopeReader {
  readonly envelopeId: EnvelopeId;
  /** Null for the reporter. */
  readonly name: string | null;
  readonly organisation: string | null;
  readonly fingerprint: Fingerprint;
  readonly grantedBy: string | null;
  readonly since: Date;
}

/** Who could have read what of a report: the exact list, for the envelopes that `actor` may see. */
export async function listReaders(actor: Actor, reportId: ReportId): Promise<readonly EnvelopeReader[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.reader.findMany({
      where: { reportId, envelope: visibleTo(actor) },
      orderBy: [{ since: "asc" }, { fingerprint: "asc" }],
      take: 20_000,
      select: {
        envelopeId: true,
        fingerprint: true,
        since: true,
        member: { select: { name: true, organisation: { select: { name: true } } } },
        grantedBy: { select: { name: true } },
      },
    }),
  );
  return rows.map((row) => ({
    envelopeId: row.envelopeId as EnvelopeId,
    fingerprint: row.fingerprint as Fingerprint,
    since: row.since,
    name: row.member?.name ?? null,
    organisation: row.member?.organisation.name ?? null,
    grantedBy: row.grantedBy?.name ?? null,
  }));
}

/** A present member who reads something of a report. */
export interface ConcernedMember {
  readonly memberId: MemberId;
  readonly organisationId: OrganisationId;
}

/** Everybody who is a member now and reads something of a report: who is to hear of it. */
export async function listConcerned(actor: Actor, reportId: ReportId): Promise<readonly ConcernedMember[]> {
  return inTransaction(actor, async (transaction) => {
    const memberIds =
      actor.kind === "system" ? await readersForJobs(transaction, reportId) : await readersOf(actor, reportId);
    const rows = await transaction.member.findMany({
      where: { id: { in: [...memberIds] }, removedAt: null },
      orderBy: { id: "asc" },
      select: { id: true, organisationId: true },
    });
    return rows.map(({ id, organisationId }) => ({
      memberId: id as MemberId,
      organisationId: organisationId as OrganisationId,
    }));
  });
}

async function readersOf(actor: Actor, reportId: ReportId): Promise<readonly string[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.reader.findMany({
      where: { reportId, report: reportVisibleTo(actor), memberId: { not: null } },
      distinct: ["memberId"],
      select: { memberId: true },
    }),
  );
  return rows.flatMap(({ memberId }) => memberId ?? []);
}

/** Jobs are shown no reader of any envelope: PostgreSQL answers this one question instead. */
async function readersForJobs(transaction: Transaction, reportId: ReportId): Promise<readonly string[]> {
  const rows = await transaction.$queryRaw<{ memberId: string }[]>`
    select reader::text as "memberId" from fortnight_readers_of(${reportId}::uuid) as reader`;
  return rows.map(({ memberId }) => memberId);
}
