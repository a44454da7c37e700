"use client";

import type { RefObject } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { FilterFields, type FilterFieldsProps } from "./filter-fields.tsx";
import { SortField, type SortFieldProps } from "./sort-field.tsx";

export interface ReportsToolbarProps extends FilterFieldsProps, SortFieldProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}

/** Search, filters and order of the table. What is searched for never leaves the browser. */
export function ReportsToolbar({ search, onSearch, searchRef, sorting, onSorting, ...filtering }: ReportsToolbarProps) {
  return (
    <form
      role="search"
      aria-label="Reports"
      className="mb-4 grid grid-cols-2 items-end gap-x-4 gap-y-3 sm:grid-cols-4 lg:grid-cols-[minmax(0,1.85fr)_repeat(3,minmax(0,1fr))_minmax(0,1.6fr)_auto] lg:gap-x-3"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div className="col-span-2 sm:col-span-4 lg:col-span-1">
        {/* No `name`: a field without one is in no form submission, whatever happens to the script. */}
        <TextField
          ref={searchRef}
          id="report-search"
          type="search"
          label="Search"
          placeholder="Title, software, CVE, handle"
          value={search}
          onChange={(event) => {
            onSearch(event.target.value);
          }}
        />
      </div>
      <FilterFields {...filtering} />
      <SortField sorting={sorting} onSorting={onSorting} />
      <div className="pb-1.5">
        <Checkbox
          id="filter-unread"
          label="Unread only"
          checked={filtering.filters.onlyUnread}
          onChange={({ target }) => {
            filtering.onFilter({ ...filtering.filters, onlyUnread: target.checked });
          }}
        />
      </div>
    </form>
  );
}
