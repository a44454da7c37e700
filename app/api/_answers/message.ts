import type { ReporterActor, SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { clientAddress } from "#lib/auth/client-address.ts";
import { askForWork } from "#lib/auth/work.ts";
import { messageSubmissionSchema } from "#lib/schema/submission.ts";
import { acceptMessage } from "#lib/workflow/accept-message.ts";
import { jsonResponse, malformed, problemResponse } from "./problem-response.ts";
import { readEnvelope, readFacts, readForm } from "./upload.ts";

/** Takes a sealed message to a report's thread, from its reporter or from a member. */
export async function takeMessage(
  request: Request,
  actor: ReporterActor | SignedInActor,
  reportId: ReportId,
): Promise<Response> {
  const now = new Date();
  const work = await askForWork("message", clientAddress(request), request.headers.get("fortnight-work"), now);
  if (!work.ok) return problemResponse(work.problem, [], { work: work.puzzle });
  const form = await readForm(request);
  if (form === null) return malformed("multipart/form-data");
  const submission = await readFacts(form, messageSubmissionSchema);
  if (submission === null) return malformed("facts");
  const envelope = await readEnvelope(form, "envelope", submission.envelope);
  if (envelope === null) return malformed("envelope");

  const submissionId = submission.submissionId ?? crypto.randomUUID();
  const outcome = await acceptMessage(actor, { reportId, submissionId, submission, envelope }, now);
  if (!outcome.ok) return problemResponse(outcome.problem);
  return jsonResponse({ id: outcome.value.id, sentAt: outcome.value.sentAt }, 201);
}
