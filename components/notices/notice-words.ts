import { owedWords } from "#components/reports/owed-words.ts";
import type { EventKind } from "#lib/schema/event-kind.ts";
import type { ReminderAhead, ShownNotice } from "#lib/schema/notices-response.ts";

/** What happened to a report, in neutral words. Exhaustive: a new kind does not compile until it has some. */
const news: Readonly<Record<EventKind, string>> = {
  "report-received": "The report came in",
  "report-acknowledged": "Receipt was acknowledged",
  "message-sent": "Somebody wrote",
  "card-added": "The report was given a title",
  "ticket-added": "An envelope was made readable by ticket",
  "access-granted": "Somebody was given access",
  "reply-address-changed": "The reporter changed their mail address",
  "reporter-certificate-added": "The reporter added a certificate",
  "organisation-enrolled": "An organisation was enrolled",
  "member-enrolled": "A person was enrolled",
  "member-removed": "A person was removed",
  "certificate-replaced": "A certificate was replaced",
  "roster-published": "A new roster was signed",
  "coordinator-pinned": "A coordinator’s signature counts from now on",
  "coordinator-unpinned": "A coordinator’s signature counts no more",
  "embargo-proposed": "A date was proposed",
  "embargo-accepted": "A date was agreed",
  "embargo-rejected": "A proposed date was rejected",
  "embargo-ended": "An embargo is over",
  "extension-agreed": "The exceptional extension was agreed to",
  "case-fact-recorded": "A fact of the case was recorded",
  "publication-preferred": "The list would rather see an issue public now",
  "posting-recorded": "A posting was recorded",
  "posting-taken-back": "A recorded posting was taken back",
  "issue-split": "An issue was split out",
  "issues-merged": "Two issues were merged",
  "issue-withdrawn": "An issue was withdrawn",
  "exploit-shared": "An exploit was shared",
  "exploit-taken-back": "That an exploit was shared was taken back",
  "cve-changed": "What is known of the CVE id has changed",
  "organisation-status-changed": "An organisation said where it stands",
  "triage-answered": "A question of the checklist was answered",
  "discussion-moved": "The discussion moved to another list",
  "leak-recorded": "A leak was recorded",
  "obligation-closed": "Something that was owed is closed",
  "obligation-reopened": "Something that was closed is owed again",
  "duty-work-recorded": "An organisation said what it did",
  "duty-offered": "An organisation offered to hold a duty",
  "duty-offer-withdrawn": "An organisation withdrew its offer",
  "duty-assigned": "A duty was assigned",
  "signed-in": "Somebody signed in",
  "signed-out": "Somebody signed out",
  "calendar-address-made": "A calendar address was made",
  "calendar-address-revoked": "A calendar address was revoked",
};

/** Which reminder it is: `before-24h`, `due`, `after-72h`, `to-backup`. */
export function reminderStepText(step: string): string {
  const [, side, hours] = /^(before|after)-(\d+(?:\.\d+)?)h$/.exec(step) ?? [];
  if (side !== undefined && hours !== undefined) return `${hoursText(Number(hours))} ${side}`;
  switch (step) {
    case "due":
      return "at its instant";
    case "to-primary":
      return "late: handed to the duty’s primary";
    case "to-backup":
      return "late: handed to the duty’s backup";
    case "to-coordinators":
      return "late: handed to the coordinators";
    default:
      return step;
  }
}

function hoursText(hours: number): string {
  if (hours >= 48 && hours % 24 === 0) return `${String(hours / 24)} days`;
  return hours === 1 ? "1 hour" : `${String(hours)} hours`;
}

export interface NoticeWords {
  /** `A date was proposed`, `Post the issue` */
  readonly what: string;
  /** Which reminder it is; null for news. */
  readonly step: string | null;
}

/** What somebody was told, in words. */
export function noticeWords({ news: kind, reminder }: Pick<ShownNotice, "news" | "reminder">): NoticeWords {
  if (reminder !== null)
    return { what: owedWords({ kind: reminder.kind, owner: "list" }).what, step: reminderStepText(reminder.step) };
  return { what: kind === null ? "Something changed" : news[kind], step: null };
}

/** To whom a reminder will go: `the reporter`, `the primary of A11`. */
export function recipientText({ to, owner, duty }: Pick<ReminderAhead, "to" | "owner" | "duty">): string {
  switch (to) {
    case "owner":
      return owner === "reporter" ? "the reporter" : `whoever holds ${duty}`;
    case "primary":
    case "backup":
      return `the ${to} of ${duty}`;
    case "coordinators":
      return "the coordinators";
  }
}
