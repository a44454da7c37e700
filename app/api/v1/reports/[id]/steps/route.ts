import { forMemberOfReport } from "../../../../_answers/member-door.ts";
import { answerStep } from "../../../../_answers/step.ts";

/** Takes a member's step about a report: a date, a fact, a status, a posting, and so on (`stepSchema`). */
export async function POST(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return forMemberOfReport(context, (actor, id) => answerStep(request, actor, id));
}
