import type { Actor } from "#lib/access/actor.ts";
import { findPart } from "#lib/data/envelopes.ts";
import { envelopeIdSchema, partNumberSchema } from "#lib/schema/id.ts";
import { bytesResponse, notFound } from "./problem-response.ts";

interface PartParams {
  readonly params: Promise<{ id: string; part: string }>;
}

/** The bytes of one body, as they are stored: encrypted. */
export async function partResponse(actor: Actor, { params }: PartParams): Promise<Response> {
  const { id, part } = await params;
  const envelopeId = envelopeIdSchema.safeParse(id);
  const number = partNumberSchema.safeParse(part);
  if (!envelopeId.success || !number.success) return notFound();
  const found = await findPart(actor, envelopeId.data, number.data);
  if (!found.ok) return notFound();
  return bytesResponse(found.value, `part-${String(number.data)}.pgp`, "application/octet-stream");
}
