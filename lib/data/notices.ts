import "server-only";
import { isSignedIn, type Actor, type ReporterActor, type SignedInActor } from "#lib/access/actor.ts";
import type { MemberId, NoticeId, ObligationId, ReportId } from "#lib/base/id.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { ObligationKind } from "#lib/embargo/obligation.ts";
import type { EventKind } from "#lib/schema/event-kind.ts";
import { inTransaction } from "./transaction.ts";

/** To whom a notice goes: a member, or the reporter of its report. */
export type NoticeRecipient = MemberId | "reporter";

/** A notice in neutral words: what is owed, or what has changed. It says nothing of content. */
export interface Notice {
  readonly id: NoticeId;
  readonly at: Date;
  readonly recipient: NoticeRecipient;
  readonly reportId: ReportId;
  readonly handle: string;
  /** What happened; null for a reminder. */
  readonly news: EventKind | null;
  /** What is owed; null for news. */
  readonly reminder: {
    readonly obligationId: ObligationId;
    readonly kind: ObligationKind;
    /** Such as `before-24h`, `due`, `to-coordinators`. */
    readonly step: string;
    readonly dueAt: Date;
  } | null;
  readonly readAt: Date | null;
}

/** Whose notices somebody may read: their own. */
function ownNotices(actor: Actor): Prisma.NoticeWhereInput {
  if (isSignedIn(actor)) return { memberId: actor.memberId };
  return actor.kind === "reporter" ? { reportId: actor.reportId, memberId: null } : { id: { in: [] } };
}

const include = { obligation: { select: { kind: true } } } as const;

function toNotice(row: Prisma.NoticeGetPayload<{ include: typeof include }>): Notice {
  const { obligationId, step, dueAt, obligation } = row;
  return {
    id: row.id as NoticeId,
    at: row.at,
    recipient: row.recipient as NoticeRecipient,
    reportId: row.reportId as ReportId,
    handle: row.handle,
    news: row.news as EventKind | null,
    reminder:
      obligationId === null || step === null || dueAt === null || obligation === null
        ? null
        : { obligationId: obligationId as ObligationId, kind: obligation.kind as ObligationKind, step, dueAt },
    readAt: row.readAt,
  };
}

/** The last notice of a page; the next page begins behind it. */
export type NoticeCursor = Pick<Notice, "at" | "id">;

export interface NoticesWanted {
  readonly before: NoticeCursor | null;
  readonly take: number;
}

function olderThan(cursor: NoticeCursor | null): Prisma.NoticeWhereInput {
  if (cursor === null) return {};
  const { at, id } = cursor;
  return { at: { lte: at }, OR: [{ at: { lt: at } }, { id: { lt: id } }] };
}

/** The actor's own notices, newest first, `take` at a time. */
export async function listNotices(actor: Actor, page: NoticesWanted): Promise<readonly Notice[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.notice.findMany({
      where: { AND: [ownNotices(actor), olderThan(page.before)] },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: page.take,
      include,
    }),
  );
  return rows.map(toNotice);
}

/** All reminders that were sent, newest first, for coordinators and jobs; none for others. */
export async function listSentReminders(actor: Actor, page: NoticesWanted): Promise<readonly Notice[]> {
  if (actor.kind !== "coordinator" && actor.kind !== "system") return [];
  const rows = await inTransaction(actor, (transaction) =>
    transaction.notice.findMany({
      where: { AND: [{ news: null }, olderThan(page.before)] },
      // `news` is null throughout; it stands in the order so that the index is walked instead of sorted.
      orderBy: [{ news: "desc" }, { at: "desc" }, { id: "desc" }],
      take: page.take,
      include,
    }),
  );
  return rows.map(toNotice);
}

/** How many of the actor's own notices they have not read, counted up to `cap`. */
export async function countUnreadNotices(actor: Actor, cap: number): Promise<number> {
  return inTransaction(actor, (transaction) =>
    transaction.notice.count({ where: { AND: [ownNotices(actor), { readAt: null }] }, take: cap }),
  );
}

/** Notes that the actor has read their notices up to an instant. */
export async function changeNoticesToRead(actor: SignedInActor | ReporterActor, until: Date, now: Date): Promise<void> {
  await inTransaction(actor, (transaction) =>
    transaction.notice.updateMany({
      where: { AND: [ownNotices(actor), { readAt: null, at: { lte: until } }] },
      data: { readAt: now },
    }),
  );
}

export interface NewNotice {
  readonly recipient: NoticeRecipient;
  readonly reportId: ReportId;
  readonly handle: string;
  readonly news?: EventKind;
  readonly obligationId?: ObligationId;
  readonly step?: string;
  readonly dueAt?: Date;
}

/**
 * Writes notices, each reminder at most once an obligation, an instant, a step and a person.
 *
 * @returns how many are new.
 */
export async function createNotices(actor: Actor, notices: readonly NewNotice[], now: Date): Promise<number> {
  const rows = notices.map((notice) => ({
    ...notice,
    at: now,
    memberId: notice.recipient === "reporter" ? null : notice.recipient,
  }));
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.notice.createMany({ data: rows, skipDuplicates: true }),
  );
  return count;
}
