import type { MemberId } from "#lib/base/id.ts";
import { sql, type Sql } from "#lib/db/sql.ts";

/**
 * The recursive table `hops(id)` of the reports of which a member holds something; its last row is null. It hops along
 * the index from report to report, where PostgreSQL would sort all key packets that they ever got.
 */
export function hopsSql(memberId: MemberId): Sql {
  return sql`hops(id) as (
    (select "reportId" from "KeyPacket" where "memberId" = ${memberId}::uuid order by "reportId" limit 1)
    union all
    select (select k."reportId" from "KeyPacket" k
      where k."memberId" = ${memberId}::uuid and k."reportId" > hops.id order by k."reportId" limit 1)
    from hops where hops.id is not null
  )`;
}

/** Whether a member holds something of a report, whose id is SQL: asked row by row, where `exists` would be joined. */
export function holdsSql(memberId: MemberId, reportId: Sql): Sql {
  return sql`(select true from "KeyPacket" k where k."reportId" = ${reportId} and k."memberId" = ${memberId}::uuid limit 1)`;
}
