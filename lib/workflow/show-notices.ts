import type { Actor, SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { listRemindersAhead, type ReminderAhead as Ahead, type ReminderCursor } from "#lib/data/due-reminders.ts";
import { listMembers } from "#lib/data/members.ts";
import { listNotices, listSentReminders, type Notice, type NoticeCursor } from "#lib/data/notices.ts";
import { listOpenable } from "#lib/data/openable-reports.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { isSaidTogether, remindersOf } from "#lib/embargo/reminders.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import type { NoticesResponse, ReminderAhead, RemindersResponse, ShownNotice } from "#lib/schema/notices-response.ts";
import { namesOf } from "./show-case.ts";

const noticesAPage = 50;

/** The actor's own notices, newest first. */
export async function showNotices(
  actor: Actor,
  before: NoticeCursor | null,
  take = noticesAPage,
): Promise<NoticesResponse> {
  return inTransaction(actor, async () => {
    const { shown, next } = cut(await listNotices(actor, { before, take: take + 1 }), take);
    const openable = await openableOf(actor, shown);
    return {
      notices: shown.map((each) => shownNotice(each, openable)),
      isFirst: before === null,
      next: cursorOf(next),
    };
  });
}

/** For coordinators: what was sent to whom, and what will be, in neutral facts. */
export async function showReminders(
  actor: SignedInActor,
  { before, after }: { readonly before: NoticeCursor | null; readonly after: ReminderCursor | null },
  now: Date,
): Promise<RemindersResponse> {
  return inTransaction(actor, async () => {
    const sent = cut(await listSentReminders(actor, { before, take: noticesAPage + 1 }), noticesAPage);
    const ahead = cut(await listRemindersAhead(actor, { after, take: noticesAPage + 1 }), noticesAPage);
    const openable = await openableOf(actor, [...sent.shown, ...ahead.shown]);
    const names = namesOf(await listMembers(actor));
    return {
      sent: sent.shown.map((each) => ({
        ...shownNotice(each, openable),
        recipient: each.recipient === "reporter" ? null : (names.get(each.recipient) ?? "a member who has left"),
      })),
      nextSent: cursorOf(sent.next),
      ahead: ahead.shown.flatMap((each) => shownAhead(each, openable)),
      nextAhead: ahead.next === null ? null : { at: ahead.next.nextReminderAt, id: ahead.next.id },
      isFirst: before === null && after === null,
      now,
    };
  });
}

/** A page of what was read with one more than it takes; `next` is its last where there is more. */
function cut<Each>(
  all: readonly Each[],
  take: number,
): { readonly shown: readonly Each[]; readonly next: Each | null } {
  const shown = all.slice(0, take);
  return { shown, next: all.length > take ? (shown.at(-1) ?? null) : null };
}

function cursorOf(next: Notice | null): NoticesResponse["next"] {
  return next === null ? null : { at: next.at, id: next.id };
}

function openableOf(actor: Actor, about: readonly { readonly reportId: ReportId }[]): Promise<ReadonlySet<ReportId>> {
  return listOpenable(
    actor,
    about.map(({ reportId }) => reportId),
  );
}

function shownNotice(notice: Notice, openable: ReadonlySet<ReportId>): ShownNotice {
  const { id, at, handle, reportId, news, reminder, readAt } = notice;
  return {
    id,
    at,
    handle,
    reportId: openable.has(reportId) ? reportId : null,
    news,
    reminder: reminder === null ? null : { kind: reminder.kind, step: reminder.step, dueAt: reminder.dueAt },
    isRead: readAt !== null,
  };
}

/** What the schedule has at the very instant for which the next pass is planned, but for what is said with another. */
function shownAhead(ahead: Ahead, openable: ReadonlySet<ReportId>): readonly ReminderAhead[] {
  const { id, handle, reportId, kind, owner, duty, dueAt, nextReminderAt: at, policyVersion } = ahead;
  return remindersOf(ahead, policyOf(policyVersion))
    .filter((reminder) => reminder.at.getTime() === at.getTime() && !isSaidTogether(ahead, reminder))
    .map(({ step, to }) => {
      const openableId = openable.has(reportId) ? reportId : null;
      return { id, at, handle, reportId: openableId, kind, step, to, owner, duty, dueAt };
    });
}
