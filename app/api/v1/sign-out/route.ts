import { cookieNames, setCookie } from "#lib/auth/cookies.ts";
import { currentMember, endSessions } from "#lib/auth/session.ts";

/** Ends every session of the member, wherever they are signed in, and has the browser forget what it holds of them. */
export async function POST(): Promise<Response> {
  const member = await currentMember();
  if (member !== null) await endSessions(member, new Date());
  const headers = new Headers({ location: "/sign-in", "clear-site-data": '"cache"', "cache-control": "no-store" });
  for (const name of [cookieNames.session, cookieNames.csrf, cookieNames.callback])
    headers.append("set-cookie", setCookie(name, "", new Date(0)));
  return new Response(null, { status: 303, headers });
}
