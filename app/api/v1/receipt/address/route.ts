import { addressRequestSchema } from "#lib/schema/member-requests.ts";
import { setReplyAddress } from "#lib/workflow/reporter-contact.ts";
import { malformed, noContent } from "../../../_answers/problem-response.ts";
import { forReporterWhoChanges } from "../../../_answers/receipt-door.ts";
import { readJson } from "../../../_answers/upload.ts";

/** Sets, changes or (null) takes away the address, stored in clear, to which the reporter is written. */
export async function PUT(request: Request): Promise<Response> {
  return forReporterWhoChanges(request, "reply-address", async (actor, now) => {
    const asked = addressRequestSchema.safeParse(await readJson(request));
    if (!asked.success) return malformed("address");
    await setReplyAddress(actor, asked.data.address, now);
    return noContent();
  });
}
