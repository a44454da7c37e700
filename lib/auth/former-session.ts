import "server-only";
import { decode } from "next-auth/jwt";
import { webConfig } from "#lib/config/web.ts";
import { changeSessionToEnded } from "#lib/data/sessions.ts";
import { sessionIdSchema } from "#lib/schema/id.ts";
import { cookieNames, cookieValue } from "./cookies.ts";
import { doorkeeper } from "./system-actor.ts";

/** Ends the session that a browser brings along as somebody signs in there: its cookie is replaced, and opens nothing. */
export async function endFormerSession(cookieHeader: string, now: Date): Promise<void> {
  const token = cookieValue(cookieHeader, cookieNames.session);
  if (token === null) return;
  const claims = await decode({ token, secret: webConfig().secret }).catch(() => null);
  const id = sessionIdSchema.safeParse(claims?.sessionId);
  if (id.success) await changeSessionToEnded(doorkeeper, id.data, now);
}
