import { reportIdSchema } from "#lib/schema/id.ts";
import { ticketLines } from "#lib/workflow/messages-for-gpg.ts";
import { forMember } from "../../_answers/member-door.ts";
import { malformed } from "../../_answers/problem-response.ts";

/** The member's tickets of one report or of all, one a line, the keyring's first. */
export async function GET(request: Request): Promise<Response> {
  return forMember(async (actor) => {
    const reportId = reportIdSchema.nullable().safeParse(new URL(request.url).searchParams.get("report"));
    if (!reportId.success) return malformed("report");
    const lines = await ticketLines(actor, reportId.data);
    return new Response(lines.map((line) => `${line}\n`).join(""), {
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "content-disposition": 'attachment; filename="tickets.txt"',
        "cache-control": "no-store",
      },
    });
  });
}
