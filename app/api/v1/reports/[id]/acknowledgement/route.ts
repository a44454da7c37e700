import { acknowledgeReport } from "#lib/workflow/acknowledge-report.ts";
import { forMemberOfReport } from "../../../../_answers/member-door.ts";
import { noContent, problemResponse } from "../../../../_answers/problem-response.ts";

/** Confirms receipt to the reporter (A1, R8). */
export async function POST(_request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return forMemberOfReport(context, async (actor, id) => {
    const acknowledged = await acknowledgeReport(actor, id, new Date());
    return acknowledged.ok ? noContent() : problemResponse(acknowledged.problem);
  });
}
