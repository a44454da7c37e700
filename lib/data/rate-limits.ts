import "server-only";
import { countTime } from "#lib/db/rate-limiter.ts";

/** How often a subject may do a thing before something is asked of it. */
const rates = {
  /** Reports and messages from one address before its senders are asked for some computing first. */
  report: { times: 10, seconds: 3600 },
  message: { times: 60, seconds: 3600 },
  /** What somebody with a receipt changes of one report, each time with a line in its history. */
  "reply-address": { times: 20, seconds: 3600 },
  "reporter-certificate": { times: 10, seconds: 3600 },
  "reporter-step": { times: 30, seconds: 3600 },
  /** Wrong receipts and wrong sign-ins from one address: right ones never count. */
  "wrong-receipt": { times: 20, seconds: 600 },
  "wrong-sign-in": { times: 20, seconds: 600 },
  /** Guesses of a calendar's secret from one address, and a member's own calendar programs. */
  "wrong-calendar": { times: 20, seconds: 600 },
  calendar: { times: 60, seconds: 600 },
  challenge: { times: 120, seconds: 600 },
  /** Asking what the policy would say. Sending does not need it, so a limit here keeps no report away. */
  findings: { times: 300, seconds: 600 },
} as const;

export type LimitedThing = keyof typeof rates;

/**
 * Counts one time. Zero while within the limit, else in how many seconds to try again.
 *
 * @param subject - Whose times are counted: a keyed hash, so that no address is stored.
 */
export async function recordTime(thing: LimitedThing, subject: string): Promise<number> {
  return countTime({ purpose: thing, ...rates[thing] }, subject);
}
