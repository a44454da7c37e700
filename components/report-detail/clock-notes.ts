import { addHours } from "#lib/base/instant.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { isOverdue, owedWords } from "#components/reports/owed-words.ts";

/** What the clock says of something owed: it is overdue, or it is due within a day. */
export interface ClockNote {
  readonly tone: "refusal" | "advice";
  readonly what: string;
  readonly by: string;
  readonly dueAt: Date;
  readonly clause: string;
}

const soonHours = 24;

/** What should have been given by now, and what is due within 24 hours; the rest has time. */
export function clockNotes(obligations: ReportPage["obligations"], now: Date): readonly ClockNote[] {
  return obligations
    .filter(({ closing, dueAt }) => closing === null && dueAt <= addHours(now, soonHours))
    .map((owed) => ({
      ...owedWords(owed),
      tone: isOverdue(owed, now) ? "refusal" : "advice",
      dueAt: owed.dueAt,
      clause: owed.clause,
    }));
}
