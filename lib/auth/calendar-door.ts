import "server-only";
import { prove } from "#lib/access/_prove.ts";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { SessionId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { findMemberByCalendarSecret } from "#lib/data/calendar-feeds.ts";
import { findMember } from "#lib/data/members.ts";
import { calendarSecretSchema } from "#lib/schema/calendar-address.ts";
import { limitAddress } from "./rate-limit.ts";
import { doorkeeper } from "./system-actor.ts";

/**
 * The member whose calendar address has this secret. Wrong ones are counted by the address that they come from, and the
 * right one by itself: so guessing is slow, and nobody can keep a member's calendar program out.
 *
 * @problem NOT_FOUND for an unknown secret, a revoked one, and what is none.
 */
export async function memberOfCalendar(
  secret: string,
  address: string,
): Promise<Result<SignedInActor, Problem<"NOT_FOUND" | "TOO_MANY_REQUESTS">>> {
  const given = calendarSecretSchema.safeParse(secret);
  const memberId = given.success ? await findMemberByCalendarSecret(doorkeeper, given.data) : null;
  const limited = await (memberId === null
    ? limitAddress("wrong-calendar", address)
    : limitAddress("calendar", memberId));
  if (!limited.ok) return limited;
  const member = memberId === null ? null : await findMember(doorkeeper, memberId);
  if (member?.ok !== true) return refused({ code: "NOT_FOUND", facts: {} });

  const { id, isCoordinator, listIds, organisationId } = member.value;
  // A calendar program has no session that could be ended: its address is revoked instead.
  const who = { memberId: id, organisationId, listIds, sessionId: crypto.randomUUID() as SessionId };
  return ok(isCoordinator ? prove({ kind: "coordinator", ...who }) : prove({ kind: "member", ...who }));
}
