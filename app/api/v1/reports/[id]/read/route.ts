import { changeReadMark } from "#lib/data/read-marks.ts";
import { findReport } from "#lib/data/reports.ts";
import { readRequestSchema } from "#lib/schema/member-requests.ts";
import { forMemberOfReport } from "../../../../_answers/member-door.ts";
import { malformed, noContent, notFound } from "../../../../_answers/problem-response.ts";
import { readJson } from "../../../../_answers/upload.ts";

/** Notes up to which instant the member has read the thread. */
export async function POST(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return forMemberOfReport(context, async (actor, id) => {
    const asked = readRequestSchema.safeParse(await readJson(request));
    if (!asked.success) return malformed("readUntil");
    const report = await findReport(actor, id);
    if (!report.ok) return notFound();
    await changeReadMark(actor, id, asked.data.readUntil);
    return noContent();
  });
}
