import "server-only";
import { z } from "zod";
import { base64, equalBytes, hex, parseBase64, parseHex, sha256, utf8, utf8Text } from "#lib/base/bytes.ts";
import type { Fingerprint, MemberId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { webConfig } from "#lib/config/web.ts";
import { recordEvent } from "#lib/data/events.ts";
import { findMemberNearFingerprint } from "#lib/data/members.ts";
import { createUsedNonce } from "#lib/data/spent.ts";
import {
  challengeLifetimeMs,
  challengeText,
  checkChallengeAnswer,
  type Challenge,
  type SignInProblem,
} from "#lib/pgp/challenge.ts";
import { fingerprintSchema } from "#lib/schema/id.ts";
import { instant } from "#lib/schema/wire.ts";
import { cookieNames, cookieValue } from "./cookies.ts";
import { keyedHash } from "./keyed-hash.ts";
import { limitAddress } from "./rate-limit.ts";
import { doorkeeper } from "./system-actor.ts";

/** A challenge as it waits for its answer: in the browser, under our mark, so that asking fills no table here. */
const waitingSchema = z.strictObject({
  fingerprint: fingerprintSchema,
  nonce: z.string(),
  preLoginHash: z.string(),
  issuedAt: instant,
  expiresAt: instant,
});

export interface IssuedChallenge {
  /** The text to sign. */
  readonly challenge: string;
  /** To be sent back with the signature. */
  readonly proof: string;
  readonly expiresAt: Date;
}

/** A challenge for whoever holds the key; the same for a fingerprint that nobody here has. */
export async function issueChallenge(
  fingerprint: Fingerprint,
  beforeSignIn: string,
  now: Date,
): Promise<IssuedChallenge> {
  const waiting = {
    fingerprint,
    nonce: hex(crypto.getRandomValues(new Uint8Array(16))),
    preLoginHash: await preLoginHash(beforeSignIn),
    issuedAt: now,
    expiresAt: new Date(now.getTime() + challengeLifetimeMs),
  };
  const text = base64(utf8(JSON.stringify(waitingSchema.encode(waiting))));
  return {
    challenge: challengeText({ origin: webConfig().origin, ...waiting }),
    proof: `${text}.${markOf(text)}`,
    expiresAt: waiting.expiresAt,
  };
}

export interface SignInAnswer {
  /** What `gpg --clearsign` printed. */
  readonly signed: string;
  readonly proof: string;
  readonly cookieHeader: string;
  readonly clientAddress: string;
}

type Refusal = SignInProblem | Problem<"SIGN_IN_REFUSED" | "SIGN_IN_REPLAYED" | "TOO_MANY_REQUESTS">;

/**
 * The member who answered a challenge with their key.
 *
 * @problem SIGN_IN_REPLAYED when it was answered before, or was given to another browser.
 * @problem TOO_MANY_REQUESTS after many wrong answers from one address; a right one is let in all the same.
 */
export async function signIn(answer: SignInAnswer, now: Date): Promise<Result<MemberId, Refusal>> {
  const outcome = await checkAnswer(answer, now);
  if (outcome.ok) return outcome;
  const limited = await limitAddress("wrong-sign-in", answer.clientAddress);
  return limited.ok ? outcome : limited;
}

async function checkAnswer(answer: SignInAnswer, now: Date): Promise<Result<MemberId, Refusal>> {
  const challenge = readProof(answer.proof);
  if (challenge === null) return refused({ code: "SIGN_IN_REFUSED", facts: {} });
  const beforeSignIn = cookieValue(answer.cookieHeader, cookieNames.beforeSignIn) ?? "";
  if ((await preLoginHash(beforeSignIn)) !== challenge.preLoginHash)
    return refused({ code: "SIGN_IN_REPLAYED", facts: {} });

  const nearest = await findMemberNearFingerprint(doorkeeper, challenge.fingerprint as Fingerprint);
  const certificate = nearest?.certificate?.bytes ?? null;
  const signature = await checkChallengeAnswer({ signed: answer.signed, challenge, certificate, now });
  if (!signature.ok) return signature;
  if (nearest === null) return refused({ code: "SIGN_IN_KEY_UNKNOWN", facts: {} });

  const isFirst = await createUsedNonce(doorkeeper, `sign-in ${challenge.nonce}`, challenge.expiresAt, now);
  if (!isFirst) return refused({ code: "SIGN_IN_REPLAYED", facts: {} });
  await recordEvent(doorkeeper, { kind: "signed-in", at: now, facts: { member: nearest.id } });
  return ok(nearest.id);
}

function readProof(proof: string): Challenge | null {
  const [, text, mark] = /^([A-Za-z0-9+/=]{1,1000})\.([0-9a-f]{64})$/.exec(proof) ?? [];
  if (text === undefined || mark === undefined) return null;
  if (!equalBytes(parseHex(mark) ?? utf8(""), parseHex(markOf(text)) ?? utf8(""))) return null;
  const waiting = waitingSchema.parse(JSON.parse(utf8Text(parseBase64(text) ?? new Uint8Array())));
  return { origin: webConfig().origin, ...waiting };
}

function markOf(text: string): string {
  return hex(keyedHash("challenge", text));
}

async function preLoginHash(beforeSignIn: string): Promise<string> {
  return hex(await sha256(utf8(`fortnight before sign-in ${beforeSignIn}`)));
}
