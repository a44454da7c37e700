"use client";

import Link from "next/link";
import { memo, type MouseEvent, type ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { OwedCell } from "./owed-cell.tsx";
import type { ReportRow } from "./report-row.ts";
import { StateCell } from "./state-cell.tsx";
import { TitleCell } from "./title-cell.tsx";

export interface ReportTableRowProps {
  readonly row: ReportRow;
  readonly now: Date;
}

/** One report: a row of the table where there is room, a card of terms and values where there is not. */
export const ReportTableRow = memo(function ReportTableRow({ row, now }: ReportTableRowProps) {
  const { id, handle, listName, disclosureAt, unreadCount, rowCard, owed, isOverdue } = row;
  return (
    <tr
      role="row"
      onClick={openFromRow}
      className="cursor-pointer border-b border-line hover:bg-sunken focus-within:bg-accent-soft max-lg:grid max-lg:gap-1 max-lg:py-4 max-lg:first:border-t"
    >
      <th role="rowheader" scope="row" className="px-2 py-3 align-top font-normal max-lg:px-0 max-lg:py-0">
        <Link
          href={`/reports/${id}`}
          prefetch={false}
          data-report-link=""
          className="link inline-block min-h-6 font-mono text-[0.94em] whitespace-nowrap"
        >
          {handle}
        </Link>
        <span className="text-sm text-muted max-lg:ml-2 lg:block">{listName}</span>
        {unreadCount === 0 ? null : (
          <span className="ml-2 lg:hidden">
            <UnreadBadge count={unreadCount} />
          </span>
        )}
      </th>
      <Cell label={null} className="max-lg:mb-1">
        <TitleCell rowCard={rowCard} />
      </Cell>
      <Cell label="State">
        <StateCell {...row} />
      </Cell>
      <Cell label="Disclosure">
        {disclosureAt === null ? (
          <span className="text-muted">No date</span>
        ) : (
          <Disclosure at={disclosureAt} now={now} />
        )}
      </Cell>
      <Cell label="Owed next">
        <OwedCell owed={owed} isOverdue={isOverdue} now={now} />
      </Cell>
      <Cell label={null} className="max-lg:hidden">
        {unreadCount === 0 ? <span className="text-muted">0</span> : <UnreadBadge count={unreadCount} />}
      </Cell>
    </tr>
  );
});

function Disclosure({ at, now }: { readonly at: Date; readonly now: Date }) {
  return (
    <>
      <span className="block font-medium">
        <Countdown to={at} now={now} />
      </span>
      <span className="block text-sm">
        <Instant at={at} stacked />
      </span>
    </>
  );
}

function UnreadBadge({ count }: { readonly count: number }) {
  return (
    <Badge tone="note">
      {count}
      <span className="lg:sr-only"> new</span>
    </Badge>
  );
}

interface CellProps {
  /** The column's name, beside the value where there are no column headers; null where the value needs none. */
  readonly label: string | null;
  readonly className?: string;
  readonly children: ReactNode;
}

function Cell({ label, className = "", children }: CellProps) {
  return (
    <td
      role="cell"
      className={`px-2 py-3 align-top max-lg:grid max-lg:px-0 max-lg:gap-x-3 max-lg:py-0.5 ${label === null ? "" : "min-[22rem]:max-lg:grid-cols-[5.5rem_minmax(0,1fr)]"} ${className}`}
    >
      {label === null ? null : <span className="text-sm leading-7 text-muted lg:hidden">{label}</span>}
      <div className="min-w-0">{children}</div>
    </td>
  );
}

/** A press anywhere on the row opens the report, unless it selects text or is on something that acts by itself. */
function openFromRow(event: MouseEvent<HTMLTableRowElement>): void {
  const { target, currentTarget } = event;
  if (!(target instanceof Element) || target.closest("a, button") !== null) return;
  if (window.getSelection()?.isCollapsed === false) return;
  currentTarget.querySelector<HTMLAnchorElement>("[data-report-link]")?.click();
}
