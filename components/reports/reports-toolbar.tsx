"use client";

import type { RefObject } from "react";
import { TextField } from "#components/ui/text-field.tsx";
import { FilterFields, type FilterFieldsProps } from "./filter-fields.tsx";
import { SortField, type SortFieldProps } from "./sort-field.tsx";

export interface ReportsToolbarProps extends FilterFieldsProps, SortFieldProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}

/** Search, filters and order of the table. What is searched for never leaves the browser. */
export function ReportsToolbar({ search, onSearch, searchRef, sorting, onSorting, ...filters }: ReportsToolbarProps) {
  return (
    <form
      role="search"
      aria-label="Reports"
      className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div className="grow-3 basis-60">
        {/* No `name`: a field without one is in no form submission, whatever happens to the script. */}
        <TextField
          ref={searchRef}
          id="report-search"
          type="search"
          label="Search"
          placeholder="Title, software, CVE id, handle"
          value={search}
          onChange={(event) => {
            onSearch(event.target.value);
          }}
        />
      </div>
      <FilterFields {...filters} />
      <div className="grow basis-48">
        <SortField sorting={sorting} onSorting={onSorting} />
      </div>
    </form>
  );
}
