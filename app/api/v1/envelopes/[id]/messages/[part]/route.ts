import { utf8 } from "#lib/base/bytes.ts";
import { envelopeIdSchema, partNumberSchema } from "#lib/schema/id.ts";
import { messageForGpg } from "#lib/workflow/messages-for-gpg.ts";
import { forMember } from "../../../../../_answers/member-door.ts";
import { bytesResponse, notFound } from "../../../../../_answers/problem-response.ts";

/** A body that the member may read, as a message for `gpg --decrypt`. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; part: string }> }) {
  return forMember(async (actor) => {
    const { id, part } = await params;
    const envelopeId = envelopeIdSchema.safeParse(id);
    const number = partNumberSchema.safeParse(part);
    if (!envelopeId.success || !number.success) return notFound();
    const message = await messageForGpg(actor, envelopeId.data, number.data);
    if (!message.ok) return notFound();
    const fileName = `${envelopeId.data}-${String(number.data)}.asc`;
    return bytesResponse(utf8(message.value), fileName, "application/pgp-encrypted");
  });
}
