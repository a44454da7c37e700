import { addReporterCertificate } from "#lib/workflow/reporter-contact.ts";
import { noContent, problemResponse } from "../../../_answers/problem-response.ts";
import { forReporter } from "../../../_answers/receipt-door.ts";

/** Adds a certificate of the reporter's own, armoured or binary, to which replies are sealed from now on. */
export async function POST(request: Request): Promise<Response> {
  return forReporter(request, async (actor) => {
    const bytes = new Uint8Array(await request.arrayBuffer());
    const added = await addReporterCertificate(actor, bytes, new Date());
    return added.ok ? noContent() : problemResponse(added.problem);
  });
}
