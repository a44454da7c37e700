"use client";

import { SelectField } from "#components/ui/select-field.tsx";
import { sortColumns, type SortColumn, type Sorting } from "./sort-rows.ts";

export interface SortFieldProps {
  readonly sorting: Sorting;
  readonly onSorting: (sorting: Sorting) => void;
}

const columns = Object.keys(sortColumns) as readonly SortColumn[];
const byText = { ascending: "A to Z", descending: "Z to A" };
const byTime = { ascending: "earliest", descending: "latest" };

const directionWords: Readonly<Record<SortColumn, Readonly<Record<Sorting["direction"], string>>>> = {
  handle: byText,
  title: byText,
  software: byText,
  list: byText,
  state: byTime,
  disclosure: byTime,
  owed: byTime,
  unread: { ascending: "fewest", descending: "most" },
  received: byTime,
};

/** The order of the table as one choice, for narrow screens without column headers and for columns that are not shown. */
export function SortField({ sorting, onSorting }: SortFieldProps) {
  return (
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
            {`${sortColumns[column]}, ${directionWords[column][direction]}`}
          </option>
        )),
      )}
    </SelectField>
  );
}
