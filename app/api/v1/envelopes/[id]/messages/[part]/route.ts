import { utf8 } from "#lib/base/bytes.ts";
import { findEnvelope, findPart } from "#lib/data/envelopes.ts";
import { armorMessage } from "#lib/pgp/armor.ts";
import { joinEnvelope } from "#lib/pgp/envelope-check.ts";
import { envelopeIdSchema, partNumberSchema } from "#lib/schema/id.ts";
import { forMember } from "../../../../../_answers/member-door.ts";
import { bytesResponse, notFound } from "../../../../../_answers/problem-response.ts";

/** The member's own key packet and one body: a complete message for `gpg --decrypt`. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; part: string }> }) {
  return forMember(async (actor) => {
    const { id, part } = await params;
    const envelopeId = envelopeIdSchema.safeParse(id);
    const number = partNumberSchema.safeParse(part);
    if (!envelopeId.success || !number.success) return notFound();
    const envelope = await findEnvelope(actor, envelopeId.data);
    const body = await findPart(actor, envelopeId.data, number.data);
    const keyPacket = envelope.ok ? envelope.value.keyPackets[0]?.bytes : undefined;
    if (!body.ok || keyPacket === undefined) return notFound();
    const armor = utf8(armorMessage(joinEnvelope(keyPacket, body.value)));
    return bytesResponse(armor, `${envelopeId.data}-${String(number.data)}.asc`, "application/pgp-encrypted");
  });
}
