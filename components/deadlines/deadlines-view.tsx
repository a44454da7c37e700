"use client";

import { useMemo, useState } from "react";
import Link from "next/link";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { useReaderZone } from "#components/ui/reader-zone.ts";
import { deadlinesHref } from "#lib/schema/deadlines-query.ts";
import { deadlinesResponseSchema, type DeadlinesWire } from "#lib/schema/deadlines-response.ts";
import { CalendarAddress, type CalendarAddressProps } from "./calendar-address.tsx";
import { DeadlineLists } from "./deadline-lists.tsx";
import { FilterForm } from "./filter-form.tsx";
import { MonthView } from "./month-view.tsx";
import { monthOf } from "./month-days.ts";

export interface DeadlinesViewProps extends CalendarAddressProps {
  readonly wire: DeadlinesWire;
  /** Coordinators know of every report's debts; members of those they read. */
  readonly isCoordinator: boolean;
}

/** Everything that is late and everything that is owed, over all reports. */
export function DeadlinesView({ wire, isCoordinator, calendarSince }: DeadlinesViewProps) {
  const page = useMemo(() => deadlinesResponseSchema.parse(wire), [wire]);
  const { view, query, now } = page;
  const zone = useReaderZone() ?? "UTC";
  const [done, setDone] = useState("");
  const thisMonth = monthOf({ year: now.getUTCFullYear(), month: now.getUTCMonth() + 1 });

  return (
    <>
      <PageHeader
        title="Deadlines"
        lead={
          isCoordinator
            ? "Everything late and everything owed, over all reports, by day."
            : "Everything late and everything owed for the reports that are sealed to you, by day."
        }
        actions={
          <nav aria-label="Ways to look at deadlines" className="flex gap-2">
            <Way href={deadlinesHref(query)} isCurrent={view.kind !== "month"} icon="clock">
              Days
            </Way>
            <Way href={deadlinesHref({ ...query, month: thisMonth })} isCurrent={view.kind === "month"} icon="calendar">
              Month
            </Way>
          </nav>
        }
      />
      <FilterForm page={page} />
      <p className="mt-2 mb-6 text-sm text-muted">Days are those of {zone}; each instant stands in UTC first.</p>
      <p role="status" className="mb-4 font-medium text-success empty:hidden">
        {done}
      </p>
      {view.kind === "month" ? (
        <MonthView month={view.month} shown={view.page} query={query} now={now} />
      ) : (
        <DeadlineLists page={page} view={view} onDone={setDone} />
      )}
      <CalendarAddress calendarSince={calendarSince} />
    </>
  );
}

interface WayProps {
  readonly href: string;
  readonly isCurrent: boolean;
  readonly icon: "clock" | "calendar";
  readonly children: string;
}

function Way({ href, isCurrent, icon, children }: WayProps) {
  return (
    <LinkButton
      as={Link}
      href={href}
      icon={icon}
      variant={isCurrent ? "primary" : "secondary"}
      aria-current={isCurrent ? "page" : undefined}
    >
      {children}
    </LinkButton>
  );
}
