import { addReporterCertificate } from "#lib/workflow/reporter-contact.ts";
import { noContent, problemResponse } from "../../../_answers/problem-response.ts";
import { forReporterWhoChanges } from "../../../_answers/receipt-door.ts";

/** Adds a certificate of the reporter's own, armoured or binary, to which replies are sealed from now on. */
export async function POST(request: Request): Promise<Response> {
  return forReporterWhoChanges(request, "reporter-certificate", async (actor, now) => {
    const bytes = new Uint8Array(await request.arrayBuffer());
    const added = await addReporterCertificate(actor, bytes, now);
    return added.ok ? noContent() : problemResponse(added.problem);
  });
}
