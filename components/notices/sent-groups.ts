import type { SentReminder } from "#lib/schema/notices-response.ts";

/** One reminder, and everybody to whom it went. */
export interface SentGroup {
  readonly reminder: SentReminder;
  readonly recipients: readonly string[];
}

/** What was sent in one pass about one thing, together; in the order in which it came. */
export function sentGroups(sent: readonly SentReminder[]): readonly SentGroup[] {
  const groups = new Map<string, { reminder: SentReminder; recipients: string[] }>();
  for (const reminder of sent) {
    const { at, handle, reminder: what } = reminder;
    const key = [at.getTime(), handle, what?.kind, what?.step, what?.dueAt.getTime()].join(" ");
    const group = groups.get(key) ?? { reminder, recipients: [] };
    group.recipients.push(reminder.recipient ?? "the reporter");
    groups.set(key, group);
  }
  return [...groups.values()].map(({ reminder, recipients }) => ({ reminder, recipients: recipients.toSorted() }));
}
