import { listCards } from "#lib/data/cards.ts";
import { listReportIds } from "#lib/data/report-list.ts";
import { reportIdSchema } from "#lib/schema/id.ts";
import { cardsResponseSchema } from "#lib/schema/member-requests.ts";
import { forMember } from "../../_answers/member-door.ts";
import { jsonResponse, malformed } from "../../_answers/problem-response.ts";

const cardsAPage = 200;

/** The sealed cards of the member's reports, newest report first, for the browser to open and to search. */
export async function GET(request: Request): Promise<Response> {
  return forMember(async (actor) => {
    const after = reportIdSchema.nullable().safeParse(new URL(request.url).searchParams.get("after"));
    if (!after.success) return malformed("after");
    const reportIds = await listReportIds(actor, { after: after.data, take: cardsAPage });
    const cards = await listCards(actor, reportIds);
    const next = reportIds.length === cardsAPage ? (reportIds.at(-1) ?? null) : null;
    return jsonResponse(cardsResponseSchema.encode({ cards: [...cards], next }));
  });
}
