import { forReporterWhoChanges } from "../../../_answers/receipt-door.ts";
import { answerStep } from "../../../_answers/step.ts";

/** Takes a reporter's step about their own report: a date, an answer, a posting, and so on (`stepSchema`). */
export async function POST(request: Request): Promise<Response> {
  return forReporterWhoChanges(request, "reporter-step", (actor) => answerStep(request, actor, actor.reportId));
}
