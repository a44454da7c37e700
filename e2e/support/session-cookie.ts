import { encode } from "next-auth/jwt";
import { cookieNames } from "#lib/auth/cookies.ts";

/** The `Cookie` header of a browser that is signed in with a session, at a site with this secret. */
export async function sessionCookie(sessionId: string, secret: string): Promise<string> {
  return `${cookieNames.session}=${await encode({ token: { sessionId }, secret })}`;
}
