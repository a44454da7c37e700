import { ok, refused, type Result } from "#lib/base/result.ts";
import type { VaultClient } from "#lib/pgp/client.ts";
import {
  challengeResponseSchema,
  csrfResponseSchema,
  signInResponseSchema,
  type ChallengeResponse,
} from "#lib/schema/sign-in-response.ts";
import { jsonBody, requestJson } from "#components/request/request.ts";
import { problemOfResponse, shownProblem, unreachable, type ShownProblem } from "#components/request/shown-problem.ts";
import { vaultAnswer } from "#components/sealing/vault-answer.ts";
import { challengeIssuedAt } from "./own-challenge.ts";
import { signInRefusal } from "./sign-in-refusal.ts";

export interface OwnChallenge extends ChallengeResponse {
  readonly fingerprint: string;
  readonly issuedAt: Date;
}

/**
 * A text to sign with a key, made sure to be a sign-in at this site and nothing else.
 *
 * @problem CHALLENGE_OTHER when it is anything else, and those of asking the portal.
 */
export async function fetchChallenge(fingerprint: string): Promise<Result<OwnChallenge, ShownProblem>> {
  const answer = await requestJson("/api/v1/challenge", challengeResponseSchema, jsonBody("POST", { fingerprint }));
  if (!answer.ok) return answer;
  const { origin } = window.location;
  const issuedAt = challengeIssuedAt(answer.value.challenge, { origin, fingerprint });
  if (issuedAt === null) return refused(shownProblem({ code: "CHALLENGE_OTHER", facts: { origin } }));
  return ok({ ...answer.value, fingerprint, issuedAt });
}

/** Signs in with a key that is unlocked in the vault. The signature bears the portal's time: the clock here may be wrong. */
export async function signInWithKey(vault: VaultClient, fingerprint: string): Promise<Result<null, ShownProblem>> {
  const challenge = await fetchChallenge(fingerprint);
  if (!challenge.ok) return challenge;
  const { challenge: text, issuedAt, proof } = challenge.value;
  const signed = await vaultAnswer(vault.ask("signText", { fingerprint, text, at: issuedAt }));
  return signed.ok ? answerChallenge(signed.value, proof) : signed;
}

/**
 * Hands in a signed challenge; the session's cookie comes back with the answer.
 *
 * @problem the SIGN_IN_… codes, each with its own sentence.
 */
export async function answerChallenge(signed: string, proof: string): Promise<Result<null, ShownProblem>> {
  const csrf = await requestJson("/api/auth/csrf", csrfResponseSchema);
  if (!csrf.ok) return csrf;
  const body = new URLSearchParams({ csrfToken: csrf.value.csrfToken, signed, proof, json: "true" });
  try {
    const response = await fetch("/api/auth/callback/challenge", { method: "POST", body, cache: "no-store" });
    const answer: unknown = await response.json();
    const place = signInResponseSchema.safeParse(answer);
    if (response.ok && place.success) return ok(null);
    return refused(place.success ? signInRefusal(place.data.url) : problemOfResponse(answer));
  } catch {
    return refused(unreachable());
  }
}
