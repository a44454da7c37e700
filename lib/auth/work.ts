import "server-only";
import { base64, equalBytes, hex, parseHex, sha256, utf8 } from "#lib/base/bytes.ts";
import { minuteMs } from "#lib/base/instant.ts";
import type { Problem } from "#lib/base/problem.ts";
import { recordTime, type LimitedThing } from "#lib/data/rate-limits.ts";
import { createUsedNonce } from "#lib/data/spent.ts";
import { keyedHash } from "./keyed-hash.ts";
import { subjectOf } from "./rate-limit.ts";
import { doorkeeper } from "./system-actor.ts";

/** Leading zero bits asked for: a second or so of a phone's time, and 2^17 times a flood's. */
export const workBits = 17;
const puzzleLifeMs = 10 * minuteMs;

export interface Puzzle {
  readonly puzzle: string;
  readonly bits: number;
}

type WorkAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly problem: Problem<"WORK_REQUIRED">;
      readonly puzzle: Puzzle;
    };

/**
 * Lets a sender through who is within the limit of their subject, or who has solved a puzzle. A flood behind an address
 * thus makes sending there cost some computing and never impossible: an honest reporter behind the same one gets in.
 *
 * @param subject - Whose times are counted: the address that it comes from; or, for what only the holder of a receipt can
 *   do, the report, so that nobody else can use up their times.
 * @param solution - `PUZZLE:COUNTER`, whose SHA-256 begins with the puzzle's number of zero bits; each counts once.
 */
export async function askForWork(
  thing: LimitedThing,
  subject: string,
  solution: string | null,
  now: Date,
): Promise<WorkAnswer> {
  if (solution !== null && (await isFreshSolution(solution, now))) return { ok: true };
  const retryAfterSeconds = await recordTime(thing, subjectOf(subject));
  if (retryAfterSeconds === 0) return { ok: true };
  return {
    ok: false,
    problem: { code: "WORK_REQUIRED", facts: { retryAfterSeconds } },
    puzzle: { puzzle: newPuzzle(now), bits: workBits },
  };
}

/** A random number, the instant until which it is good, and our mark on both: nothing is stored until it is solved. */
function newPuzzle(now: Date): string {
  const random = base64(crypto.getRandomValues(new Uint8Array(12))).replaceAll(/[+/]/g, "A");
  const text = `${random}.${String(now.getTime() + puzzleLifeMs)}`;
  return `${text}.${markOf(text)}`;
}

function markOf(text: string): string {
  return hex(keyedHash("puzzle", text)).slice(0, 32);
}

async function isFreshSolution(solution: string, now: Date): Promise<boolean> {
  const [, text, expires, mark] = /^((?:[A-Za-z0-9=]{16})\.(\d{1,15}))\.([0-9a-f]{32}):\d{1,12}$/.exec(solution) ?? [];
  if (text === undefined || expires === undefined || mark === undefined) return false;
  const isOurs = equalBytes(parseHex(mark) ?? utf8(""), parseHex(markOf(text)) ?? utf8(""));
  const expiresAt = new Date(Number(expires));
  if (!isOurs || expiresAt <= now || !(await isSolved(solution))) return false;
  return createUsedNonce(doorkeeper, `work ${text}`, expiresAt, now);
}

async function isSolved(solution: string): Promise<boolean> {
  const digest = await sha256(utf8(solution));
  const leading = ((digest[0] ?? 255) << 16) | ((digest[1] ?? 255) << 8) | (digest[2] ?? 255);
  return leading >>> (24 - workBits) === 0;
}
