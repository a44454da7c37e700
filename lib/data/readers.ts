import "server-only";
import type { Actor, SystemActor } from "#lib/access/actor.ts";
import type { Fingerprint, MemberId, OrganisationId, ReportId } from "#lib/base/id.ts";
import { listEnvelopeIds } from "./envelopes.ts";
import { visibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

/** Somebody who holds key packets of a report's envelopes, by the key they read with. */
export interface ReportReader {
  readonly fingerprint: Fingerprint;
  /** Null for the reporter. */
  readonly name: string | null;
  readonly organisation: string | null;
  /** Of which envelopes, by their places among those that `listEnvelopes` gives; rising. */
  readonly places: readonly number[];
  /** Those among them that a member granted, where no author had sealed to this key. */
  readonly grants: readonly { readonly place: number; readonly by: string; readonly at: Date }[];
}

interface ReaderRow extends Omit<ReportReader, "grants"> {
  readonly grants: readonly { readonly place: number; readonly by: string; readonly at: string }[] | null;
}

/**
 * Who could have read what of a report: the exact list, for the envelopes that `actor` may see. A busy report has tens of
 * thousands of readings, so PostgreSQL brings them together.
 */
export async function listReaders(actor: Actor, reportId: ReportId): Promise<readonly ReportReader[]> {
  const envelopeIds = await listEnvelopeIds(actor, reportId);
  const rows = await inTransaction(
    actor,
    (transaction) => transaction.$queryRaw<ReaderRow[]>`
      with seen as materialized (
        select id, place::int - 1 as place from unnest(${[...envelopeIds]}::uuid[]) with ordinality as seen(id, place)
      ),
      held as materialized (
        select r.fingerprint, r."memberId", array_agg(seen.place order by seen.place) as places,
          array_agg(seen.place) filter (where r."grantedById" is not null) as granted,
          array_agg(r."grantedById") filter (where r."grantedById" is not null) as granters,
          array_agg(r.since) filter (where r."grantedById" is not null) as instants
        from seen join "Reader" r on r."envelopeId" = seen.id group by r.fingerprint, r."memberId"
      )
      select held.fingerprint, m.name, o.name as organisation, held.places,
        (select json_agg(json_build_object('place', g.place, 'by', by.name, 'at', g.at) order by g.place)
          from unnest(held.granted, held.granters, held.instants) g(place, granter, at)
          join "Member" by on by.id = g.granter) as grants
      from held left join "Member" m on m.id = held."memberId" left join "Organisation" o on o.id = m."organisationId"
      order by o.name nulls first, m.name, held.fingerprint`,
  );
  return rows.map(({ grants, ...reader }) => ({
    ...reader,
    grants: (grants ?? []).map(({ place, by, at }) => ({ place, by, at: new Date(at) })),
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
      where: { reportId, report: visibleTo(actor), member: { removedAt: null } },
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
