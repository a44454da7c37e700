import { noFilters, type ReportFilters } from "./filter-rows.ts";
import { defaultSorting, sortColumns, type SortColumn, type Sorting } from "./sort-rows.ts";
import { embargoStates } from "./state-words.ts";

/** How somebody looks at their reports, as far as an address may say it: what is searched for may be secret. */
export interface ReportsView {
  readonly filters: ReportFilters;
  readonly sorting: Sorting;
}

const owedChoices = ["overdue", "list", "reporter", "nothing"] as const;
const directions = ["ascending", "descending"] as const;

/** The view that an address names; what it does not know, or does not say, is left at its default. */
export function viewOfQuery(query: Pick<URLSearchParams, "get">): ReportsView {
  const column = query.get("sort");
  return {
    filters: {
      list: emptyAsNull(query.get("list")),
      state: oneOf([...embargoStates, "unacknowledged"] as const, query.get("state")),
      owed: oneOf(owedChoices, query.get("owed")),
      onlyUnread: query.get("unread") === "1",
    },
    sorting:
      column !== null && isColumn(column)
        ? { column, direction: oneOf(directions, query.get("direction")) ?? "ascending" }
        : defaultSorting,
  };
}

/** The same as a query without its question mark; `after` is the cursor of the page. */
export function queryOfView({ filters, sorting }: ReportsView, after: string | null): string {
  const query = new URLSearchParams();
  if (after !== null) query.set("after", after);
  if (filters.list !== noFilters.list) query.set("list", filters.list ?? "");
  if (filters.state !== null) query.set("state", filters.state);
  if (filters.owed !== null) query.set("owed", filters.owed);
  if (filters.onlyUnread) query.set("unread", "1");
  if (sorting.column !== defaultSorting.column || sorting.direction !== defaultSorting.direction) {
    query.set("sort", sorting.column);
    query.set("direction", sorting.direction);
  }
  return query.toString();
}

function oneOf<Choice extends string>(choices: readonly Choice[], text: string | null): Choice | null {
  return choices.find((choice) => choice === text) ?? null;
}

function emptyAsNull(text: string | null): string | null {
  return text === "" ? null : text;
}

function isColumn(text: string): text is SortColumn {
  return Object.hasOwn(sortColumns, text);
}
