import { dutyPlaceSchema } from "#lib/schema/duty-requests.ts";
import { offerDuty, withdrawDutyOffer } from "#lib/workflow/duties.ts";
import { forMember } from "../../../_answers/member-door.ts";
import { malformed, noContent, problemResponse } from "../../../_answers/problem-response.ts";
import { readJson } from "../../../_answers/upload.ts";

/** The member's organisation volunteers for a duty (K7). */
export async function POST(request: Request): Promise<Response> {
  return forMember(async (actor) => {
    const place = dutyPlaceSchema.safeParse(await readJson(request));
    if (!place.success) return malformed("duty");
    const offered = await offerDuty(actor, place.data, new Date());
    return offered.ok ? noContent() : problemResponse(offered.problem);
  });
}

/** Takes the offer back that the address names. */
export async function DELETE(request: Request): Promise<Response> {
  return forMember(async (actor) => {
    const place = dutyPlaceSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!place.success) return malformed("duty");
    const withdrawn = await withdrawDutyOffer(actor, place.data, new Date());
    return withdrawn.ok ? noContent() : problemResponse(withdrawn.problem);
  });
}
