import { reportReadersSchema } from "#lib/schema/report-readers.ts";
import { showReaders } from "#lib/workflow/show-readers.ts";
import { forMemberOfReport } from "../../../../_answers/member-door.ts";
import { jsonResponse, problemResponse } from "../../../../_answers/problem-response.ts";

/** Who could have read what of a report. */
export async function GET(_request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return forMemberOfReport(context, async (actor, id) => {
    const readers = await showReaders(actor, id);
    return readers.ok ? jsonResponse(reportReadersSchema.encode(readers.value)) : problemResponse(readers.problem);
  });
}
