import type { SystemActor } from "#lib/access/actor.ts";
import type { MemberId, ObligationId } from "#lib/base/id.ts";
import {
  changeReminderStates,
  claimDueObligations,
  listObligationsById,
  listObligationsByKey,
  type DueObligation,
} from "#lib/data/due-reminders.ts";
import { listDutyHolders, type DutyHolder } from "#lib/data/duties.ts";
import { createWakeUps } from "#lib/data/jobs.ts";
import { listMembers } from "#lib/data/members.ts";
import { createNotices, type NewNotice, type NoticeRecipient } from "#lib/data/notices.ts";
import type { KeptObligation } from "#lib/data/obligations.ts";
import { listConcernedOfEach, type ConcernedMember } from "#lib/data/readers.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import type { Recipient } from "#lib/embargo/escalation.ts";
import { nextReminderAt, owedTogetherWith, remindersDue, remindersOf, type Reminder } from "#lib/embargo/reminders.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import type { DutyRole } from "#lib/policy/duty.ts";
import { settleQuietly } from "./settle-report.ts";

/** How many obligations one transaction takes, so that it stays short and two workers share the work. */
const claimedAtOnce = 50;

/**
 * Sends what is due at `now`: reads only what is due, and each reminder goes out at most once. Two workers at the same
 * time share the work; one that dies in between leaves its part to the next pass.
 *
 * @returns how many notices were written.
 */
export async function remind(actor: SystemActor, now: Date): Promise<number> {
  let sent = 0;
  for (;;) {
    const pass = await inTransaction(actor, () => remindSome(actor, now));
    sent += pass.sent;
    if (pass.claimed < claimedAtOnce) return sent;
  }
}

async function remindSome(actor: SystemActor, now: Date): Promise<{ claimed: number; sent: number }> {
  const claimed = await claimDueObligations(actor, now, claimedAtOnce);
  if (claimed.length === 0) return { claimed: 0, sent: 0 };
  const wakeUps = await settleEnds(actor, claimed, now);
  const passes = await passesOver(actor, claimed, now);
  const next = new Map(passes.map(({ obligation, nextAt }) => [obligation.id, nextAt]));
  await changeReminderStates(actor, now, next);
  const sent = await createNotices(actor, await noticesOf(actor, passes), now);
  await createWakeUps(actor, [...wakeUps, ...[...next.values()].filter((at) => at !== null)]);
  return { claimed: claimed.length, sent };
}

/** Where a date has come, the embargo is over, and with it some of what was owed. */
async function settleEnds(actor: SystemActor, claimed: readonly DueObligation[], now: Date): Promise<Date[]> {
  const due = claimed.filter(({ kind, dueAt }) => kind === "DISCLOSE" && dueAt <= now);
  const wakeUps: Date[] = [];
  for (const reportId of new Set(due.map((each) => each.reportId)))
    wakeUps.push(...(await settleQuietly(actor, reportId, now)));
  return wakeUps;
}

/** What one obligation's people are to be sent in this pass, and when there is something to send again. */
interface Pass {
  readonly obligation: KeptObligation;
  readonly passed: readonly Reminder[];
  readonly nextAt: Date | null;
}

async function passesOver(actor: SystemActor, claimed: readonly DueObligation[], now: Date): Promise<readonly Pass[]> {
  // It may have been closed or moved by the end of an embargo in this very pass.
  const current = await listObligationsById(
    actor,
    claimed.map(({ id }) => id),
  );
  return claimed.flatMap((due): Pass[] => {
    const obligation = current.get(due.id);
    if (obligation === undefined) return [];
    const reminders = remindersOf(obligation, policyOf(obligation.policyVersion));
    const isMoved = obligation.dueAt.getTime() !== due.dueAt.getTime();
    const passed = isMoved ? [] : remindersDue(reminders, { after: due.remindedUntil, now });
    return [{ obligation, passed, nextAt: nextReminderAt(reminders, now) }];
  });
}

async function noticesOf(actor: SystemActor, passes: readonly Pass[]): Promise<readonly NewNotice[]> {
  const due = passes.filter(({ passed }) => passed.length > 0);
  if (due.length === 0) return [];
  const people = await peopleOfDuties(actor);
  const concerned = await listConcernedOfEach(actor, [...new Set(due.map(({ obligation }) => obligation.reportId))]);
  const recipients = (reminder: Reminder, obligation: KeptObligation) =>
    recipientsOf(reminder.to, obligation, concerned.get(obligation.reportId) ?? [], people);
  const companions = await companionsOf(actor, due);
  const passedOf = new Map(due.map(({ obligation, passed }) => [obligation.id, passed]));
  return due.flatMap(({ obligation, passed }) => {
    const { id: obligationId, reportId, handle, dueAt } = obligation;
    const companion = companions.get(obligationId);
    const isTold = (person: NoticeRecipient, { at }: Reminder) =>
      companion !== undefined &&
      [
        ...remindersOf(companion, policyOf(companion.policyVersion)).filter(
          (other) => other.at.getTime() === at.getTime(),
        ),
        ...(passedOf.get(companion.id) ?? []),
      ].some((other) => recipients(other, companion).includes(person));
    // Of several that fall together, as after downtime, each person gets the latest.
    const latest = new Map<NoticeRecipient, Reminder>(
      passed.flatMap((reminder) => recipients(reminder, obligation).map((person) => [person, reminder] as const)),
    );
    return [...latest]
      .filter(([person, reminder]) => !isTold(person, reminder))
      .map(([recipient, { step }]) => ({ recipient, reportId, handle, obligationId, step, dueAt }));
  });
}

/**
 * What is owed together with what is due, by the id of the latter: nobody hears of both at one instant. It has the same
 * instants, so its own reminders go out whether it stands in this pass, has stood in one before, or comes in the next.
 */
async function companionsOf(
  actor: SystemActor,
  due: readonly Pass[],
): Promise<ReadonlyMap<ObligationId, KeptObligation>> {
  const keyed = due.flatMap(({ obligation }) => {
    const key = owedTogetherWith(obligation);
    return key === null ? [] : [{ obligation, key }];
  });
  if (keyed.length === 0) return new Map();
  const kept = await listObligationsByKey(
    actor,
    [...new Set(keyed.map(({ obligation }) => obligation.reportId))],
    [...new Set(keyed.map(({ key }) => key))],
  );
  return new Map(
    keyed.flatMap(({ obligation, key }) => {
      const { reportId, dueAt } = obligation;
      const found = kept.find((each) => each.reportId === reportId && each.key === key);
      return found?.dueAt.getTime() === dueAt.getTime() ? [[obligation.id, found] as const] : [];
    }),
  );
}

interface DutyPeople {
  readonly holders: readonly DutyHolder[];
  readonly coordinators: readonly MemberId[];
}

async function peopleOfDuties(actor: SystemActor): Promise<DutyPeople> {
  const members = await listMembers(actor);
  return {
    holders: await listDutyHolders(actor),
    coordinators: members.filter(({ isCoordinator }) => isCoordinator).map(({ id }) => id),
  };
}

/**
 * The people behind a recipient. What the list owes is owed by the duty's primary, else its backup, else the
 * coordinators: a vacancy never means that nobody hears of it.
 */
function recipientsOf(
  to: Recipient,
  { owner, duty }: Pick<KeptObligation, "owner" | "duty">,
  concerned: readonly ConcernedMember[],
  { holders, coordinators }: DutyPeople,
): readonly NoticeRecipient[] {
  const ofRole = (role: DutyRole): readonly MemberId[] => {
    const holder = holders.find((each) => each.duty === duty && each.role === role);
    return concerned
      .filter(({ organisationId }) => organisationId === holder?.organisationId)
      .map(({ memberId }) => memberId);
  };
  switch (to) {
    case "owner": {
      if (owner === "reporter") return ["reporter"];
      return [ofRole("primary"), ofRole("backup"), coordinators].find((each) => each.length > 0) ?? [];
    }
    case "primary":
    case "backup":
      return ofRole(to);
    case "coordinators":
      return coordinators;
  }
}
