import { concatBytes, utf8 } from "#lib/base/bytes.ts";
import { findEnvelope, findPart } from "#lib/data/envelopes.ts";
import { armorMessage } from "#lib/pgp/armor.ts";
import { joinEnvelope } from "#lib/pgp/envelope-check.ts";
import { envelopeIdSchema, partNumberSchema } from "#lib/schema/id.ts";
import { forMember } from "../../../../../_answers/member-door.ts";
import { bytesResponse, notFound } from "../../../../../_answers/problem-response.ts";

/** The member's own key packets, as a rule one, and one body: a complete message for `gpg --decrypt`. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; part: string }> }) {
  return forMember(async (actor) => {
    const { id, part } = await params;
    const envelopeId = envelopeIdSchema.safeParse(id);
    const number = partNumberSchema.safeParse(part);
    if (!envelopeId.success || !number.success) return notFound();
    const envelope = await findEnvelope(actor, envelopeId.data);
    const body = await findPart(actor, envelopeId.data, number.data);
    const keyPackets = envelope.ok ? envelope.value.keyPackets : [];
    if (!body.ok || keyPackets.length === 0) return notFound();
    const packets = concatBytes(...keyPackets.map(({ bytes }) => bytes));
    const armor = utf8(armorMessage(joinEnvelope(packets, body.value)));
    return bytesResponse(armor, `${envelopeId.data}-${String(number.data)}.asc`, "application/pgp-encrypted");
  });
}
