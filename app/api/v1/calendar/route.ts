import { siteOrigin } from "#app/site-origin.ts";
import { calendarAddressSchema } from "#lib/schema/calendar-address.ts";
import { makeCalendarAddress, revokeCalendarAddress } from "#lib/workflow/calendar-address.ts";
import { forMember } from "../../_answers/member-door.ts";
import { jsonResponse, noContent, problemResponse } from "../../_answers/problem-response.ts";

/** Makes a calendar address, shown this once; the one before stops working. */
export async function POST(): Promise<Response> {
  return forMember(async (actor) => {
    const secret = await makeCalendarAddress(actor, new Date());
    const address = `${siteOrigin()}/calendar/${secret}.ics`;
    return jsonResponse(calendarAddressSchema.encode({ address }), 201);
  });
}

/** Makes the member's calendar address stop working. */
export async function DELETE(): Promise<Response> {
  return forMember(async (actor) => {
    const revoked = await revokeCalendarAddress(actor, new Date());
    return revoked.ok ? noContent() : problemResponse(revoked.problem);
  });
}
