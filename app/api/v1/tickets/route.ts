import { base64 } from "#lib/base/bytes.ts";
import { findKeyring } from "#lib/data/keyrings.ts";
import { findMember } from "#lib/data/members.ts";
import { listTickets } from "#lib/data/tickets.ts";
import { joinEnvelope } from "#lib/pgp/envelope-check.ts";
import { reportIdSchema } from "#lib/schema/id.ts";
import { forMember } from "../../_answers/member-door.ts";
import { malformed } from "../../_answers/problem-response.ts";

/**
 * The member's tickets, one a line, `ID BASE64`, the keyring's first: small messages from which gpg prints the session
 * keys, with a key that may stay on a smartcard.
 */
export async function GET(request: Request): Promise<Response> {
  return forMember(async (actor) => {
    const reportId = reportIdSchema.nullable().safeParse(new URL(request.url).searchParams.get("report"));
    if (!reportId.success) return malformed("report");
    const member = await findMember(actor, actor.memberId);
    const certificate = member.ok ? member.value.certificate : null;
    const keyring = certificate === null ? null : await findKeyring(actor, certificate.id);
    const tickets = await listTickets(actor, reportId.data);
    const lines = [
      ...(keyring === null ? [] : [{ id: "keyring", ...keyring }]),
      ...tickets.map(({ envelopeId, ...ticket }) => ({ id: envelopeId, ...ticket })),
    ].map(({ id, keyPacket, emptyBody }) => `${id} ${base64(joinEnvelope(keyPacket, emptyBody))}\n`);
    return new Response(lines.join(""), {
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "content-disposition": 'attachment; filename="tickets.txt"',
        "cache-control": "no-store",
      },
    });
  });
}
