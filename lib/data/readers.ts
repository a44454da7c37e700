import "server-only";
import type { Actor, SystemActor } from "#lib/access/actor.ts";
import type { EnvelopeId, Fingerprint, MemberId, OrganisationId, ReportId } from "#lib/base/id.ts";
import { visibleTo } from "./envelopes.ts";
import { visibleTo as reportVisibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

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
  if (actor.kind === "system") return (await listConcernedOfEach(actor, [reportId])).get(reportId) ?? [];
  const rows = await inTransaction(actor, (transaction) =>
    transaction.reader.findMany({
      where: { reportId, report: reportVisibleTo(actor), member: { removedAt: null } },
      distinct: ["memberId"],
      orderBy: { memberId: "asc" },
      select: { member: { select: { id: true, organisationId: true } } },
    }),
  );
  return rows
    .map(({ member }) => member)
    .filter((member) => member !== null)
    .map(({ id, organisationId }) => ({ memberId: id as MemberId, organisationId: organisationId as OrganisationId }));
}

/**
 * The same for several reports. Jobs are shown no reader of any envelope: PostgreSQL answers this one question instead.
 */
export async function listConcernedOfEach(
  actor: SystemActor,
  reportIds: readonly ReportId[],
): Promise<ReadonlyMap<ReportId, readonly ConcernedMember[]>> {
  const rows = await inTransaction(
    actor,
    (transaction) => transaction.$queryRaw<(ConcernedMember & { readonly reportId: ReportId })[]>`
      select report::text as "reportId", m.id::text as "memberId", m."organisationId"::text as "organisationId"
      from unnest(${[...reportIds]}::uuid[]) as report
      cross join lateral fortnight_readers_of(report) as reader
      join "Member" m on m.id = reader and m."removedAt" is null
      order by report, m.id`,
  );
  return Map.groupBy(rows, ({ reportId }) => reportId);
}
