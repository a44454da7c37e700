"use client";

import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { HeaderCell } from "./header-cell.tsx";

export type SortDirection = "ascending" | "descending";

export interface SortHeaderProps {
  readonly children: ReactNode;
  /** How the table is sorted by this column now; `null` where it is not. */
  readonly direction: SortDirection | null;
  readonly onSort: () => void;
  readonly className?: string;
}

const icons = { ascending: "up", descending: "down" } as const;

/** A column header by which the table can be sorted. */
export function SortHeader({ children, direction, onSort, className }: SortHeaderProps) {
  return (
    <HeaderCell aria-sort={direction ?? "none"} {...(className === undefined ? {} : { className })}>
      <button
        type="button"
        onClick={onSort}
        className="-mx-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-left hover:text-ink"
      >
        {children}
        <Icon name={direction === null ? "sort" : icons[direction]} className="size-4" />
      </button>
    </HeaderCell>
  );
}
