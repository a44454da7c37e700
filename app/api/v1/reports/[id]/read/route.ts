import { readRequestSchema } from "#lib/schema/member-requests.ts";
import { markRead } from "#lib/workflow/mark-read.ts";
import { forMemberOfReport } from "../../../../_answers/member-door.ts";
import { malformed, noContent, notFound } from "../../../../_answers/problem-response.ts";
import { readJson } from "../../../../_answers/upload.ts";

/** Notes up to which instant the member has read the thread, and that their organisation has opened it. */
export async function POST(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return forMemberOfReport(context, async (actor, id) => {
    const asked = readRequestSchema.safeParse(await readJson(request));
    if (!asked.success) return malformed("readUntil");
    const marked = await markRead(actor, id, asked.data.readUntil, new Date());
    return marked.ok ? noContent() : notFound();
  });
}
