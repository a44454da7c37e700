"use client";

import type { RefObject } from "react";
import { SortHeader } from "#components/ui/sort-header.tsx";
import type { ReportRow } from "./report-row.ts";
import { ReportTableRow } from "./report-table-row.tsx";
import { sortColumns, type SortColumn, type Sorting } from "./sort-rows.ts";

export interface ReportsTableProps {
  readonly rows: readonly ReportRow[];
  readonly sorting: Sorting;
  readonly onSort: (column: SortColumn) => void;
  readonly now: Date;
  readonly bodyRef: RefObject<HTMLTableSectionElement | null>;
}

const shownColumns = [
  { column: "handle", width: "lg:w-[8.5rem]" },
  { column: "title", width: "" },
  { column: "state", width: "lg:w-[9.5rem]" },
  { column: "disclosure", width: "lg:w-[13rem]" },
  { column: "owed", width: "lg:w-[12.5rem]" },
  { column: "unread", width: "lg:w-[5.5rem]" },
] as const satisfies readonly { column: SortColumn; width: string }[];

/**
 * The reports of one screen, sorted by their headers; the list stands with the handle, and the order's own field sorts by
 * it and by what has no column. Each part says its role itself: on narrow screens rows are laid out as cards whose cells
 * bring their column's name along, and a table that is laid out otherwise is no table to a browser any more.
 */
export function ReportsTable({ rows, sorting, onSort, now, bodyRef }: ReportsTableProps) {
  return (
    <table role="table" className="w-full border-collapse text-left max-lg:block lg:table-fixed">
      <caption className="sr-only">Reports that you can read</caption>
      <thead role="rowgroup" className="border-b border-line-strong text-sm text-muted max-lg:hidden">
        <tr role="row">
          {shownColumns.map(({ column, width }) => (
            <SortHeader
              key={column}
              direction={sorting.column === column ? sorting.direction : null}
              onSort={() => {
                onSort(column);
              }}
              className={`px-2 whitespace-nowrap ${width}`}
            >
              {sortColumns[column]}
            </SortHeader>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" ref={bodyRef} className="max-lg:block">
        {rows.map((row) => (
          <ReportTableRow key={row.id} row={row} now={now} />
        ))}
      </tbody>
    </table>
  );
}
