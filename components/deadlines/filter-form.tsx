import Form from "next/form";
import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { clauseOf } from "#lib/policy/clause.ts";
import { dutyIds } from "#lib/policy/duty.ts";
import type { DeadlinesResponse } from "#lib/schema/deadlines-response.ts";

export interface FilterFormProps {
  readonly page: Pick<DeadlinesResponse, "query" | "choices" | "view">;
}

/** Which deadlines are shown. An ordinary form, so it works without script; the address keeps what was chosen. */
export function FilterForm({ page: { query, choices, view } }: FilterFormProps) {
  const { organisation, duty, list } = query;
  return (
    <Form
      key={JSON.stringify(query)}
      action="/deadlines"
      role="search"
      aria-label="Deadlines"
      className="grid min-w-0 grow grid-cols-1 items-end gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,1.4fr)_auto]"
    >
      {view.kind === "month" ? <input type="hidden" name="month" value={view.month} /> : null}
      <SelectField id="deadlines-organisation" name="organisation" label="Owed by" defaultValue={organisation ?? ""}>
        <option value="">Everybody</option>
        {choices.organisations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}, by its duties
          </option>
        ))}
      </SelectField>
      <SelectField id="deadlines-duty" name="duty" label="Duty" defaultValue={duty ?? ""}>
        <option value="">All</option>
        {dutyIds.map((id) => (
          <option key={id} value={id}>
            {id} {clauseOf(id).title}
          </option>
        ))}
      </SelectField>
      <SelectField id="deadlines-list" name="list" label="List" defaultValue={list ?? ""}>
        <option value="">All</option>
        {choices.listNames.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </SelectField>
      <Button type="submit" icon="search">
        Show
      </Button>
    </Form>
  );
}
