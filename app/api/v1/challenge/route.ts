import { z } from "zod";
import { clientAddress } from "#lib/auth/client-address.ts";
import { cookieNames, setCookie } from "#lib/auth/cookies.ts";
import { limitAddress } from "#lib/auth/rate-limit.ts";
import { issueChallenge } from "#lib/auth/sign-in.ts";
import { typedFingerprintSchema } from "#lib/schema/id.ts";
import { challengeResponseSchema } from "#lib/schema/sign-in-response.ts";
import { jsonResponse, malformed, problemResponse } from "../../_answers/problem-response.ts";
import { readJson } from "../../_answers/upload.ts";

const requestSchema = z.strictObject({ fingerprint: typedFingerprintSchema });

/** Hands out a sign-in challenge, bound to this browser by a cookie. It says nothing of whether anybody has the key. */
export async function POST(request: Request): Promise<Response> {
  const limited = await limitAddress("challenge", clientAddress(request));
  if (!limited.ok) return problemResponse(limited.problem);
  const asked = requestSchema.safeParse(await readJson(request));
  if (!asked.success) return malformed("fingerprint");

  const beforeSignIn = crypto.randomUUID();
  const issued = await issueChallenge(asked.data.fingerprint, beforeSignIn, new Date());
  const response = jsonResponse(challengeResponseSchema.encode(issued));
  response.headers.set("set-cookie", setCookie(cookieNames.beforeSignIn, beforeSignIn, issued.expiresAt));
  return response;
}
