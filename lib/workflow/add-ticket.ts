import type { SignedInActor } from "#lib/access/actor.ts";
import type { EnvelopeId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { changeTicket, findEnvelope } from "#lib/data/envelopes.ts";
import { recordEvent } from "#lib/data/events.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { checkBody } from "#lib/pgp/envelope-check.ts";
import { maximumEmptyBodyBytes } from "./check-envelope.ts";

/**
 * Completes an envelope that was made by gpg: the first reader to open it adds the empty body, with which readers on a
 * smartcard read by ticket, and the commitment, with which all readers check that they hold the same key.
 *
 * @problem TICKET_EXISTS when somebody has done so before: theirs stands, and the page compares.
 */
export async function addTicket(
  actor: SignedInActor,
  id: EnvelopeId,
  ticket: { readonly emptyBody: Uint8Array<ArrayBuffer>; readonly commitment: string },
  now: Date,
): Promise<Result<null, Problem>> {
  const empty = checkBody(ticket.emptyBody, maximumEmptyBodyBytes);
  if (!empty.ok) return empty;
  return inTransaction(actor, async () => {
    const envelope = await findEnvelope(actor, id);
    if (!envelope.ok) return envelope;
    if (!(await changeTicket(actor, id, ticket))) return refused({ code: "TICKET_EXISTS", facts: {} });
    const { reportId } = envelope.value;
    await recordEvent(actor, { kind: "ticket-added", at: now, reportId, facts: { envelope: id } });
    return ok(null);
  });
}
