import { clientAddress } from "#lib/auth/client-address.ts";
import { memberOfCalendar } from "#lib/auth/calendar-door.ts";
import { problemStatus } from "#lib/base/problem.ts";
import { writeCalendar } from "#lib/publish/calendar.ts";
import { listCalendar } from "#lib/workflow/calendar-address.ts";

/** The address is the secret; lib/front sees to it that it stands in no Referer. */
const kept = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };

/** A member's deadlines for a calendar program: `/calendar/SECRET.ics`, without a session. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const secret = /^(.+)\.ics$/.exec((await params).file)?.[1] ?? "";
  const member = await memberOfCalendar(secret, clientAddress(request));
  if (!member.ok) {
    const { code, facts } = member.problem;
    const retryAfter = "retryAfterSeconds" in facts ? { "retry-after": String(facts.retryAfterSeconds) } : {};
    return new Response("There is no calendar here.\n", {
      status: problemStatus(code),
      headers: { ...kept, ...retryAfter },
    });
  }
  const calendar = writeCalendar(await listCalendar(member.value, new Date()));
  return new Response(calendar, { headers: { ...kept, "content-type": "text/calendar; charset=utf-8" } });
}
