import Link from "next/link";
import { deadlinesHref } from "#lib/schema/deadlines-query.ts";
import { daySpan } from "./day-groups.ts";
import { longDayText } from "./month-days.ts";
import { MonthEntry } from "./month-entry.tsx";
import type { MonthDays } from "./month-table.tsx";

/** The days of a month on which something is due, for narrow screens. */
export function MonthList({ days, query, today, zone }: MonthDays) {
  if (days.length === 0) return <p className="text-muted md:hidden">Nothing is owed in this month.</p>;
  return (
    <ol className="divide-y divide-line border-y border-line md:hidden">
      {days.map(({ key, day, due }) => (
        <li key={key} className="py-3">
          <p className="flex items-baseline justify-between gap-3">
            <Link href={deadlinesHref({ ...query, ...daySpan(day, zone) })} className="link font-semibold">
              {longDayText(day)}
            </Link>
            <span className="text-sm text-muted tabular-nums">
              {key === today ? "today, " : ""}
              {due.length} owed
            </span>
          </p>
          <ul className="mt-1 space-y-1 text-sm">
            {due.map((deadline) => (
              <li key={deadline.id}>
                <MonthEntry deadline={deadline} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
