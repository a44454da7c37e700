"use client";

import type { RefObject } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { filterCount, noFilters, type ReportFilters } from "./filter-rows.ts";
import { sortColumns, type SortColumn, type Sorting } from "./sort-rows.ts";
import { embargoStates, stateWords } from "./state-words.ts";

export interface ReportsToolbarProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly filters: ReportFilters;
  readonly onFilter: (filters: ReportFilters) => void;
  readonly sorting: Sorting;
  readonly onSorting: (sorting: Sorting) => void;
  readonly listNames: readonly string[];
  /** Titles can be searched only where cards are open. */
  readonly areCardsOpen: boolean;
}

const owedLabels = {
  overdue: "Something overdue",
  list: "Next by the list",
  reporter: "Next by the reporter",
  nothing: "Nothing owed",
} as const;

/** Search, filters and order of the table. Nothing typed here leaves the browser. */
export function ReportsToolbar(props: ReportsToolbarProps) {
  const { search, onSearch, searchRef, filters, onFilter, areCardsOpen } = props;
  return (
    <form
      role="search"
      aria-label="Reports"
      className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div className="grow basis-64">
        <TextField
          ref={searchRef}
          id="report-search"
          type="search"
          label="Search"
          hint={areCardsOpen ? "Title, software, CVE id or handle" : "Handle; titles once they are open"}
          value={search}
          onChange={(event) => {
            onSearch(event.target.value);
          }}
        />
      </div>
      <FilterFields {...props} />
      <div className="basis-auto pb-1.5">
        <Checkbox
          id="filter-unread"
          label="Unread only"
          checked={filters.onlyUnread}
          onChange={(event) => {
            onFilter({ ...filters, onlyUnread: event.target.checked });
          }}
        />
      </div>
      {filterCount(filters) === 0 && search === "" ? null : (
        <Button
          variant="quiet"
          icon="cross"
          onClick={() => {
            onFilter(noFilters);
            onSearch("");
          }}
        >
          Show all
        </Button>
      )}
    </form>
  );
}

function FilterFields({ filters, onFilter, sorting, onSorting, listNames }: ReportsToolbarProps) {
  return (
    <>
      <div className="grow basis-36">
        <SelectField
          id="filter-list"
          label="List"
          value={filters.list ?? ""}
          onChange={({ target }) => {
            onFilter({ ...filters, list: target.value === "" ? null : target.value });
          }}
        >
          <option value="">All</option>
          {listNames.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </SelectField>
      </div>
      <div className="grow basis-36">
        <SelectField
          id="filter-state"
          label="State"
          value={filters.state ?? ""}
          onChange={({ target }) => {
            const wanted = [...embargoStates, "unacknowledged" as const].find((state) => state === target.value);
            onFilter({ ...filters, state: wanted ?? null });
          }}
        >
          <option value="">All</option>
          <option value="unacknowledged">Not confirmed</option>
          {embargoStates.map((state) => (
            <option key={state} value={state}>
              {stateWords[state].short}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="grow basis-40">
        <SelectField
          id="filter-owed"
          label="Owed"
          value={filters.owed ?? ""}
          onChange={({ target }) => {
            const choices = Object.keys(owedLabels) as (keyof typeof owedLabels)[];
            onFilter({ ...filters, owed: choices.find((choice) => choice === target.value) ?? null });
          }}
        >
          <option value="">All</option>
          {Object.entries(owedLabels).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      </div>
      <SortField sorting={sorting} onSorting={onSorting} />
    </>
  );
}

function SortField({ sorting, onSorting }: Pick<ReportsToolbarProps, "sorting" | "onSorting">) {
  const columns = Object.keys(sortColumns) as SortColumn[];
  return (
    <div className="grow basis-48">
      <SelectField
        id="sort-by"
        label="Order"
        value={`${sorting.column} ${sorting.direction}`}
        onChange={({ target }) => {
          const [name, direction] = target.value.split(" ");
          const column = columns.find((each) => each === name) ?? sorting.column;
          onSorting({ column, direction: direction === "descending" ? "descending" : "ascending" });
        }}
      >
        {columns.flatMap((column) =>
          (["ascending", "descending"] as const).map((direction) => (
            <option key={`${column} ${direction}`} value={`${column} ${direction}`}>
              {`${sortColumns[column]}, ${directionWords(column, direction)}`}
            </option>
          )),
        )}
      </SelectField>
    </div>
  );
}

function directionWords(column: SortColumn, direction: Sorting["direction"]): string {
  const [up, down] =
    column === "disclosure" || column === "owed" || column === "received"
      ? ["earliest first", "latest first"]
      : column === "unread"
        ? ["fewest first", "most first"]
        : column === "state"
          ? ["earliest first", "latest first"]
          : ["A to Z", "Z to A"];
  return direction === "ascending" ? up : down;
}
