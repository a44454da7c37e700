import Link from "next/link";
import { dayText } from "#components/ui/typed-time.ts";
import type { CalendarDay } from "#components/ui/zoned-time.ts";
import { deadlinesHref, type DeadlinesFilter } from "#lib/schema/deadlines-query.ts";
import type { ShownDeadline } from "#lib/schema/deadlines-response.ts";
import { daySpan, type DayGroup } from "./day-groups.ts";
import { longDayText, monthText, monthWeeks } from "./month-days.ts";
import { MonthEntry } from "./month-entry.tsx";

export interface MonthDays {
  /** The days on which something is due, in order. */
  readonly days: readonly DayGroup<ShownDeadline>[];
  readonly query: DeadlinesFilter;
  /** `2026-12-06` */
  readonly today: string;
  readonly zone: string;
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** So many stand in one day; its number leads to the rest. */
const entriesADay = 3;

/** The weeks of a month, for screens that have room for seven columns. */
export function MonthTable({ month, days, ...rest }: MonthDays & { readonly month: string }) {
  const byDay = new Map(days.map((group) => [group.key, group.due]));
  return (
    <table className="hidden w-full table-fixed border-collapse md:table">
      <caption className="sr-only">What is owed in {monthText(month)}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" abbr={weekday} className="pb-1.5 text-left text-sm font-medium text-muted">
              {weekday.slice(0, 3)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(month).map((week, index) => (
          <tr key={index}>
            {week.map((day, weekday) =>
              day === null ? (
                <td key={weekday} className="border border-line bg-sunken" />
              ) : (
                <DayCell key={weekday} day={day} due={byDay.get(dayText(day)) ?? []} {...rest} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps extends Omit<MonthDays, "days"> {
  readonly day: CalendarDay;
  readonly due: readonly ShownDeadline[];
}

function DayCell({ day, due, query, today, zone }: DayCellProps) {
  const isToday = dayText(day) === today;
  const hidden = due.length - entriesADay;
  const all = deadlinesHref({ ...query, ...daySpan(day, zone) });
  return (
    <td
      aria-current={isToday ? "date" : undefined}
      className="h-24 border border-line bg-surface p-2 align-top text-sm aria-[current]:border-2 aria-[current]:border-accent"
    >
      <p className="mb-1 flex items-baseline justify-between gap-2">
        {due.length === 0 ? (
          <span className="text-muted tabular-nums">{day.day}</span>
        ) : (
          <Link
            href={all}
            aria-label={`${longDayText(day)}: ${String(due.length)} owed`}
            className="link font-semibold tabular-nums"
          >
            {day.day}
          </Link>
        )}
        {isToday ? <span className="text-muted">today</span> : null}
        {due.length === 0 ? null : (
          <span aria-hidden="true" className="rounded-sm bg-accent-soft px-1.5 text-accent-strong tabular-nums">
            {due.length}
          </span>
        )}
      </p>
      <ul className="space-y-1 leading-snug">
        {due.slice(0, entriesADay).map((deadline) => (
          <li key={deadline.id} className="wrap-anywhere">
            <MonthEntry deadline={deadline} />
          </li>
        ))}
        {hidden > 0 ? (
          <li>
            <Link href={all} className="link text-muted">
              {hidden} more
            </Link>
          </li>
        ) : null}
      </ul>
    </td>
  );
}
