import { messageSubmissionSchema } from "#lib/schema/submission.ts";
import { addCard } from "#lib/workflow/add-card.ts";
import { forMemberOfReport } from "../../../../_answers/member-door.ts";
import { malformed, noContent, problemResponse } from "../../../../_answers/problem-response.ts";
import { readEnvelope, readFacts, readForm } from "../../../../_answers/upload.ts";

/** Takes the card of a report that came without one, sealed by the first member who read it. */
export async function POST(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return forMemberOfReport(context, async (actor, id) => {
    const form = await readForm(request);
    if (form === null) return malformed("multipart/form-data");
    const submission = await readFacts(form, messageSubmissionSchema);
    if (submission === null) return malformed("facts");
    const envelope = await readEnvelope(form, "envelope", submission.envelope);
    if (envelope === null) return malformed("envelope");
    const added = await addCard(actor, { reportId: id, submission, envelope }, new Date());
    return added.ok ? noContent() : problemResponse(added.problem);
  });
}
