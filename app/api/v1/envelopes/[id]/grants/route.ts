import { grantRequestSchema } from "#lib/schema/member-requests.ts";
import { grantAccess } from "#lib/workflow/grant-access.ts";
import { forMemberOfEnvelope } from "../../../../_answers/member-door.ts";
import { malformed, noContent, problemResponse } from "../../../../_answers/problem-response.ts";
import { readJson } from "../../../../_answers/upload.ts";

/** Stores one more reader's key packet, made in the browser of a reader. */
export async function POST(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return forMemberOfEnvelope(context, async (actor, envelopeId) => {
    const asked = grantRequestSchema.safeParse(await readJson(request));
    if (!asked.success) return malformed("grant");
    const granted = await grantAccess(actor, { envelopeId, ...asked.data }, new Date());
    return granted.ok ? noContent() : problemResponse(granted.problem);
  });
}
