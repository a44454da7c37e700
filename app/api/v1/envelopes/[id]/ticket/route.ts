import { ticketRequestSchema } from "#lib/schema/member-requests.ts";
import { addTicket } from "#lib/workflow/add-ticket.ts";
import { forMemberOfEnvelope } from "../../../../_answers/member-door.ts";
import { malformed, noContent, problemResponse } from "../../../../_answers/problem-response.ts";
import { readJson } from "../../../../_answers/upload.ts";

/** Completes an envelope that gpg made with its commitment and the empty body that tickets need. */
export async function PUT(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return forMemberOfEnvelope(context, async (actor, id) => {
    const asked = ticketRequestSchema.safeParse(await readJson(request));
    if (!asked.success) return malformed("ticket");
    const added = await addTicket(actor, id, asked.data, new Date());
    return added.ok ? noContent() : problemResponse(added.problem);
  });
}
