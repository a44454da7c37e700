import { addHours } from "#lib/base/instant.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { escalationsOf } from "./escalation.ts";
import type { Recipient } from "./escalation.ts";
import type { Obligation, ObligationKind } from "./obligation.ts";

/** `before-72h`, `due`, `after-24h`, `to-backup`: unique among the reminders of one obligation and one due instant. */
export type ReminderStep =
  `before-${string}h` | "due" | `after-${string}h` | `to-${"primary" | "backup" | "coordinators"}`;

export interface Reminder {
  readonly step: ReminderStep;
  readonly at: Date;
  readonly to: Recipient;
}

/** What can be made ready ahead of its instant. The posting is announced with its disclosure, and a stall by itself. */
const announced: ReadonlySet<ObligationKind> = new Set<ObligationKind>([
  "ACKNOWLEDGE",
  "ANSWER_PROPOSAL",
  "DISCLOSE",
  "POST_EXPLOIT",
  "INVESTIGATE_LEAK",
  "REPORT_LEAK",
]);

/** What an obligation's people are reminded of and when, the earliest first; nothing from before it was owed. */
export function remindersOf(
  { kind, openedAt, dueAt, closing }: Pick<Obligation, "kind" | "openedAt" | "dueAt" | "closing">,
  policy: Pick<Policy, "reminderHoursBefore" | "reminderHoursAfter" | "escalation">,
): readonly Reminder[] {
  if (closing !== null) return [];

  const hoursBefore = announced.has(kind) ? policy.reminderHoursBefore : [];
  const reminders: readonly Reminder[] = [
    ...hoursBefore.map((hours) => toOwner(`before-${String(hours)}h`, addHours(dueAt, -hours))),
    toOwner("due", dueAt),
    ...policy.reminderHoursAfter.map((hours) => toOwner(`after-${String(hours)}h`, addHours(dueAt, hours))),
    ...escalationsOf(dueAt, policy).map(({ to, at }): Reminder => ({ step: `to-${to}`, at, to })),
  ];
  return reminders.filter(({ at }) => at >= openedAt).toSorted((left, right) => left.at.getTime() - right.at.getTime());
}

/**
 * What is to be sent in the pass at `now`, where the last pass over this very obligation was at `after`; for one that no
 * pass has seen, any instant before it was opened. After downtime each recipient gets the latest only, not a flood.
 */
export function remindersDue(
  reminders: readonly Reminder[],
  { after, now }: { readonly after: Date; readonly now: Date },
): readonly Reminder[] {
  const passed = reminders.filter(({ at }) => after < at && at <= now);
  return passed.filter((reminder, index) => passed.findLastIndex(({ to }) => to === reminder.to) === index);
}

/**
 * The key of what is owed together with an obligation, at the same instant, and whose reminders say all that its own say
 * from that instant on: with the mandatory posting the issue is public, too. Null for what is owed by itself.
 */
export function owedTogetherWith({ kind, issueNumber }: Pick<Obligation, "kind" | "issueNumber">): string | null {
  return kind === "DISCLOSE" && issueNumber !== null ? `POST_ISSUE/${String(issueNumber)}` : null;
}

/**
 * Whether everybody whom a reminder reaches hears it with what is owed together. Of primary and backup that depends on who
 * holds the two duties.
 */
export function isSaidTogether(
  obligation: Pick<Obligation, "kind" | "issueNumber" | "dueAt">,
  { at, to }: Pick<Reminder, "at" | "to">,
): boolean {
  return owedTogetherWith(obligation) !== null && at >= obligation.dueAt && (to === "owner" || to === "coordinators");
}

/** When a pass has something to send next, or null where nothing is left. */
export function nextReminderAt(reminders: readonly Reminder[], after: Date): Date | null {
  return reminders.find(({ at }) => at > after)?.at ?? null;
}

function toOwner(step: ReminderStep, at: Date): Reminder {
  return { step, at, to: "owner" };
}
