import { minuteMs } from "#lib/base/instant.ts";
import { challengeResponseSchema, csrfResponseSchema } from "#lib/schema/sign-in-response.ts";
import type { TimedRequest } from "./timed-request.ts";

/** A challenge that was asked for and signed: an answer that is refused may be given again. */
export interface WaitingSignIn {
  readonly answer: TimedRequest;
  readonly isOld: () => boolean;
}

const oldAfterMs = 4 * minuteMs; // it is good for five

/** Asks for a challenge as one person and signs it with whatever key `sign` has. */
export async function askForSignIn(
  origin: string,
  fingerprint: string,
  sign: (text: string) => Promise<string>,
): Promise<WaitingSignIn> {
  const asked = await fetch(`${origin}/api/v1/challenge`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ fingerprint }),
  });
  const { challenge, proof } = challengeResponseSchema.parse(await asked.json());
  const csrf = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = csrfResponseSchema.parse(await csrf.json());
  const cookie = [...asked.headers.getSetCookie(), ...csrf.headers.getSetCookie()]
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
  const body = new URLSearchParams({ csrfToken, signed: await sign(challenge), proof, json: "true" }).toString();
  const until = Date.now() + oldAfterMs;
  return {
    answer: {
      address: `${origin}/api/auth/callback/challenge`,
      headers: { origin, cookie, "content-type": "application/x-www-form-urlencoded" },
      body,
      expected: 401,
    },
    isOld: () => Date.now() > until,
  };
}
