import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { isSignedIn } from "#lib/access/actor.ts";
import type { MemberId, ReportId } from "#lib/base/id.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { EventKind } from "#lib/schema/event-kind.ts";
import { visibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

export interface NewEvent {
  readonly kind: EventKind;
  readonly at: Date;
  readonly reportId?: ReportId;
  /** Codes, ids and numbers only: never content, keys or addresses. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Appends to the record of who did what when. PostgreSQL chains each event to the one before by its hash. */
export async function recordEvent(actor: Actor, event: NewEvent): Promise<void> {
  await inTransaction(actor, async (transaction) => {
    await transaction.event.createMany({
      data: {
        at: event.at,
        kind: event.kind,
        actorKind: actor.kind,
        memberId: isSignedIn(actor) ? actor.memberId : null,
        reportId: event.reportId ?? null,
        facts: { ...event.facts },
      },
    });
  });
}

export interface TimelineEvent {
  readonly at: Date;
  readonly kind: EventKind;
  readonly actorKind: Actor["kind"];
  readonly memberId: MemberId | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The newest events of a report, as part of a question about it. */
export const eventsPart = {
  orderBy: { id: "desc" },
  take: 500,
  select: { at: true, kind: true, actorKind: true, memberId: true, facts: true },
} as const satisfies Prisma.Report$eventsArgs;

/** Rows of the newest events, as a history tells them: the oldest first. */
export function toTimeline(
  rows: readonly Prisma.EventGetPayload<{ select: (typeof eventsPart)["select"] }>[],
): readonly TimelineEvent[] {
  return rows.toReversed().map((row) => ({
    at: row.at,
    kind: row.kind as EventKind,
    actorKind: row.actorKind as Actor["kind"],
    memberId: row.memberId as MemberId | null,
    facts: row.facts as Record<string, unknown>,
  }));
}

/** The newest events of one report, oldest first; none where `actor` may not see the report. */
export async function listEvents(actor: Actor, reportId: ReportId): Promise<readonly TimelineEvent[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.event.findMany({ where: { reportId, report: visibleTo(actor) }, ...eventsPart }),
  );
  return toTimeline(rows);
}

/** When something last happened to a report that was more than opening or reading it; null where nothing has. */
export async function findLastActivity(actor: Actor, reportId: ReportId): Promise<Date | null> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.event.findFirst({
      where: { reportId, report: visibleTo(actor), actorKind: { not: "system" }, kind: { notIn: [...quietKinds] } },
      orderBy: { id: "desc" },
      select: { at: true },
    }),
  );
  return row?.at ?? null;
}

/** What is no progress (A9). */
const quietKinds: readonly EventKind[] = [
  "ticket-added",
  "card-added",
  "access-granted",
  "reply-address-changed",
  "reporter-certificate-added",
];
