import "server-only";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { EnvelopeId, ReportId } from "#lib/base/id.ts";
import { inTransaction } from "./transaction.ts";

/** The newest card of a report's first issue that is not merged, ready to be opened by one member. */
export interface SealedCard {
  readonly reportId: ReportId;
  readonly envelopeId: EnvelopeId;
  readonly keyPacket: Uint8Array<ArrayBuffer>;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Lower-case hexadecimal; null where nobody made one. */
  readonly commitment: string | null;
}

/**
 * The cards by which the given reports are called, of those for which the member holds a key packet: the newest of each
 * report's first issue that is not merged; for the member's newest key, of several.
 */
export async function listCards(actor: SignedInActor, reportIds: readonly ReportId[]): Promise<readonly SealedCard[]> {
  const rows = await inTransaction(
    actor,
    (transaction) => transaction.$queryRaw<SealedCard[]>`
      select distinct on (e."reportId") e."reportId"::text as "reportId", e.id::text as "envelopeId",
        k.bytes as "keyPacket", p.bytes as body, e.commitment
      from "Envelope" e
      join "Issue" i on i.id = e."issueId"
      join "KeyPacket" k on k."envelopeId" = e.id and k."memberId" = ${actor.memberId}::uuid
      join "EnvelopePart" p on p."envelopeId" = e.id and p.part = 0
      join "Reader" r on r.id = k."readerId" join "Certificate" c on c.id = r."certificateId"
      where e.kind = 'card' and e."reportId" = any(${[...reportIds]}::uuid[])
        and i.number = (
          select min(first.number) from "Issue" first where first."reportId" = e."reportId" and first."mergedAt" is null
        )
      order by e."reportId", e."sentAt" desc, e.id desc, c."replacedAt" desc nulls first`,
  );
  return rows;
}
