import type { SignedInActor } from "#lib/access/actor.ts";
import { base64 } from "#lib/base/bytes.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { changeCalendarFeedsToRevoked, createCalendarFeed } from "#lib/data/calendar-feeds.ts";
import { everyDeadline, listDeadlines, type Deadline } from "#lib/data/deadlines.ts";
import { recordEvent } from "#lib/data/events.ts";
import { addDays } from "#lib/base/instant.ts";
import { inTransaction } from "#lib/data/transaction.ts";

const secretBytes = 32;

/** Gives the member a new calendar address; the one before stops working. Returns its secret, which is not kept. */
export async function makeCalendarAddress(actor: SignedInActor, now: Date): Promise<string> {
  const secret = base64url(crypto.getRandomValues(new Uint8Array(secretBytes)));
  await inTransaction(actor, async () => {
    await createCalendarFeed(actor, secret, now);
    await recordEvent(actor, { kind: "calendar-address-made", at: now });
  });
  return secret;
}

/** @problem NOT_FOUND when the member has no calendar address. */
export async function revokeCalendarAddress(
  actor: SignedInActor,
  now: Date,
): Promise<Result<null, Problem<"NOT_FOUND">>> {
  return inTransaction(actor, async () => {
    const isRevoked = await changeCalendarFeedsToRevoked(actor, now);
    if (!isRevoked) return refused({ code: "NOT_FOUND", facts: {} });
    await recordEvent(actor, { kind: "calendar-address-revoked", at: now });
    return ok(null);
  });
}

/** How long what is late stays in a calendar, in days, and how much a calendar holds. */
const keptDays = 90;
const calendarHolds = 1_000;

/** What a member's calendar holds: what is owed, as on the page of deadlines. */
export async function listCalendar(actor: SignedInActor, now: Date): Promise<readonly Deadline[]> {
  const span = { from: addDays(now, -keptDays), until: addDays(now, 10 * 365) };
  const wanted = { ...span, after: null, take: calendarHolds, countTo: 0 };
  const [page] = await listDeadlines(actor, everyDeadline, [wanted]);
  return page?.deadlines ?? [];
}

function base64url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
