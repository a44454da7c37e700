"use client";

import { SelectField } from "#components/ui/select-field.tsx";
import type { ReportFilters } from "./filter-rows.ts";
import { embargoStates, stateWords } from "./state-words.ts";

export interface FilterFieldsProps {
  readonly filters: ReportFilters;
  readonly onFilter: (filters: ReportFilters) => void;
  readonly listNames: readonly string[];
}

const stateLabels: Readonly<Record<NonNullable<ReportFilters["state"]>, string>> = {
  unacknowledged: "Not acknowledged",
  ...(Object.fromEntries(embargoStates.map((state) => [state, stateWords[state].short])) as Record<
    (typeof embargoStates)[number],
    string
  >),
};

const owedLabels: Readonly<Record<NonNullable<ReportFilters["owed"]>, string>> = {
  overdue: "Something overdue",
  list: "Next by the list",
  reporter: "Next by the reporter",
  nothing: "Nothing",
};

/** Which reports the table shows. */
export function FilterFields({ filters, onFilter, listNames }: FilterFieldsProps) {
  return (
    <>
      <Choice
        id="filter-list"
        label="List"
        labels={Object.fromEntries(listNames.map((name) => [name, name]))}
        value={filters.list}
        onChoose={(list) => {
          onFilter({ ...filters, list });
        }}
      />
      <Choice
        id="filter-state"
        label="State"
        labels={stateLabels}
        value={filters.state}
        onChoose={(state) => {
          onFilter({ ...filters, state });
        }}
      />
      <Choice
        id="filter-owed"
        label="Owed"
        labels={owedLabels}
        value={filters.owed}
        onChoose={(owed) => {
          onFilter({ ...filters, owed });
        }}
      />
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly labels: Readonly<Record<Value, string>>;
  readonly value: Value | null;
  readonly onChoose: (value: Value | null) => void;
}

function Choice<Value extends string>({ id, label, labels, value, onChoose }: ChoiceProps<Value>) {
  const values = Object.keys(labels) as Value[];
  return (
    <SelectField
      id={id}
      label={label}
      value={value ?? ""}
      onChange={({ target }) => {
        onChoose(values.find((each) => each === target.value) ?? null);
      }}
    >
      <option value="">All</option>
      {values.map((each) => (
        <option key={each} value={each}>
          {labels[each]}
        </option>
      ))}
    </SelectField>
  );
}
