import "server-only";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { EnvelopeId, ReportId } from "#lib/base/id.ts";
import { inTransaction } from "./transaction.ts";

/** What a ticket is made of: the member's key packet, and an empty body under the same session key. */
export interface TicketParts {
  readonly envelopeId: EnvelopeId;
  readonly keyPacket: Uint8Array<ArrayBuffer>;
  readonly emptyBody: Uint8Array<ArrayBuffer>;
}

/** The member's tickets, newest first, of one report or of all; envelopes without an empty body have none yet. */
export async function listTickets(actor: SignedInActor, reportId: ReportId | null): Promise<readonly TicketParts[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.keyPacket.findMany({
      where: {
        memberId: actor.memberId,
        ...(reportId === null ? {} : { reportId }),
        envelope: { emptyBody: { not: null } },
      },
      orderBy: { envelope: { sentAt: "desc" } },
      take: 5_000,
      select: { envelopeId: true, bytes: true, envelope: { select: { emptyBody: true } } },
    }),
  );
  return rows.flatMap(({ envelopeId, bytes, envelope: { emptyBody } }) =>
    emptyBody === null ? [] : [{ envelopeId: envelopeId as EnvelopeId, keyPacket: bytes, emptyBody }],
  );
}
