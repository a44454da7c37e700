import { isSignedIn, type Actor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { recordEvent, type NewEvent } from "#lib/data/events.ts";
import type { EventKind } from "#lib/schema/event-kind.ts";
import { createNotices } from "#lib/data/notices.ts";
import { listConcerned } from "#lib/data/readers.ts";

/**
 * Records what was done, and tells everybody else who is concerned: the members who read the report, and its reporter.
 * Neutral words only; what was said in private is in messages.
 */
export async function recordAndTell(
  actor: Actor,
  report: { readonly id: ReportId; readonly handle: string },
  event: { readonly kind: EventKind; readonly facts?: NewEvent["facts"] },
  now: Date,
): Promise<void> {
  await recordEvent(actor, { kind: event.kind, at: now, reportId: report.id, facts: event.facts ?? {} });
  const concerned = await listConcerned(actor, report.id);
  const own = isSignedIn(actor) ? actor.memberId : null;
  const members = concerned.map(({ memberId }) => memberId).filter((memberId) => memberId !== own);
  const recipients = actor.kind === "reporter" ? members : [...members, "reporter" as const];
  const { id: reportId, handle } = report;
  await createNotices(
    actor,
    recipients.map((recipient) => ({ recipient, reportId, handle, news: event.kind })),
    now,
  );
}
