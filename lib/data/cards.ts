import "server-only";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { EnvelopeId, ReportId } from "#lib/base/id.ts";
import { inTransaction } from "./transaction.ts";

/** The newest card of a report, ready to be opened by one member. */
export interface SealedCard {
  readonly reportId: ReportId;
  readonly envelopeId: EnvelopeId;
  readonly keyPacket: Uint8Array<ArrayBuffer>;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Lower-case hexadecimal; null where nobody made one. */
  readonly commitment: string | null;
}

/** The newest cards of the given reports for which the member holds a key packet: for their newest key, of several. */
export async function listCards(actor: SignedInActor, reportIds: readonly ReportId[]): Promise<readonly SealedCard[]> {
  const rows = await inTransaction(
    actor,
    (transaction) => transaction.$queryRaw<SealedCard[]>`
      select distinct on (e."reportId") e."reportId"::text as "reportId", e.id::text as "envelopeId",
        k.bytes as "keyPacket", p.bytes as body, e.commitment
      from "Envelope" e
      join "KeyPacket" k on k."envelopeId" = e.id and k."memberId" = ${actor.memberId}::uuid
      join "EnvelopePart" p on p."envelopeId" = e.id and p.part = 0
      join "Reader" r on r.id = k."readerId" join "Certificate" c on c.id = r."certificateId"
      where e.kind = 'card' and e."reportId" = any(${[...reportIds]}::uuid[])
      order by e."reportId", e."sentAt" desc, e.id desc, c."replacedAt" desc nulls first`,
  );
  return rows;
}
