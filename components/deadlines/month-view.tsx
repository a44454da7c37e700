"use client";

import Link from "next/link";
import { LinkButton } from "#components/ui/link-button.tsx";
import { useReaderZone } from "#components/ui/reader-zone.ts";
import { dayText } from "#components/ui/typed-time.ts";
import { showInZone } from "#components/ui/zoned-time.ts";
import { deadlinesHref, type DeadlinesFilter } from "#lib/schema/deadlines-query.ts";
import type { ShownDeadlines } from "#lib/schema/deadlines-response.ts";
import { dayGroups } from "./day-groups.ts";
import { monthAfter, monthOf, monthText } from "./month-days.ts";
import { MonthList } from "./month-list.tsx";
import { MonthTable } from "./month-table.tsx";

export interface MonthViewProps {
  /** `2026-12` */
  readonly month: string;
  readonly shown: ShownDeadlines;
  readonly query: DeadlinesFilter;
  readonly now: Date;
}

/** A month of deadlines: a table of its days, or their list where there is no room for one. */
export function MonthView({ month, shown, query, now }: MonthViewProps) {
  const zone = useReaderZone() ?? "UTC";
  const days = dayGroups(shown.deadlines, zone).filter(({ day }) => monthOf(day) === month);
  const today = dayText(showInZone(now, zone));
  const count = days.reduce((sum, { due }) => sum + due.length, 0);
  const address = (months: number) => deadlinesHref({ ...query, month: monthAfter(month, months) });

  return (
    <section aria-labelledby="month">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id="month" className="flex flex-wrap items-baseline gap-x-3 text-2xl">
          {monthText(month)}
          <span className="text-base font-normal text-muted tabular-nums">
            {count === 0 ? "nothing owed" : `${String(count)} owed`}
          </span>
        </h2>
        <nav aria-label="Months" className="flex gap-2">
          <LinkButton as={Link} href={address(-1)} rel="prev" size="small" icon="back">
            {monthText(monthAfter(month, -1))}
          </LinkButton>
          <LinkButton as={Link} href={address(1)} rel="next" size="small" icon="forward">
            {monthText(monthAfter(month, 1))}
          </LinkButton>
        </nav>
      </div>
      <MonthTable month={month} days={days} query={query} today={today} zone={zone} />
      <MonthList days={days} query={query} today={today} zone={zone} />
      {shown.next === null ? null : (
        <p className="mt-3 text-sm text-muted">
          The first {shown.deadlines.length} of this month are shown. Filter to see the rest.
        </p>
      )}
    </section>
  );
}
