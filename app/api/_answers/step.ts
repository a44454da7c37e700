import type { ReporterActor, SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { stepSchema } from "#lib/schema/step.ts";
import { takeStep } from "#lib/workflow/take-step.ts";
import { malformed, noContent, problemResponse } from "./problem-response.ts";

/** Takes a step about a report, from its reporter or from a member; the body is one step as JSON. */
export async function answerStep(
  request: Request,
  actor: ReporterActor | SignedInActor,
  reportId: ReportId,
): Promise<Response> {
  const step = stepSchema.safeParse(await request.json().catch(() => null));
  if (!step.success) return malformed("step");
  const taken = await takeStep(actor, reportId, step.data, new Date());
  return taken.ok ? noContent() : problemResponse(taken.problem);
}
