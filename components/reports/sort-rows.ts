import type { ReportRow } from "./report-row.ts";
import { softwareOf, titleOf } from "./report-row.ts";
import { embargoStates } from "./state-words.ts";

/** What the table can be sorted by, with how a person calls it. */
export const sortColumns = {
  handle: "Report",
  title: "Title",
  software: "Software",
  list: "List",
  state: "State",
  disclosure: "Disclosure",
  owed: "Owed next",
  unread: "Unread",
  received: "Received",
} as const;

export type SortColumn = keyof typeof sortColumns;

export interface Sorting {
  readonly column: SortColumn;
  readonly direction: "ascending" | "descending";
}

/** What is overdue or due soonest stands first. */
export const defaultSorting: Sorting = { column: "owed", direction: "ascending" };

type SortKey = string | number | null;

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** A row's place by each column; null for what the row does not have, which comes last whatever the direction. */
const keys: Readonly<Record<SortColumn, (row: ReportRow) => SortKey>> = {
  handle: ({ handle }) => handle,
  title: titleOf,
  software: softwareOf,
  list: ({ listName }) => listName,
  state: ({ embargoState, acknowledgedAt }) =>
    embargoStates.indexOf(embargoState) * 2 + (acknowledgedAt === null ? 0 : 1),
  disclosure: ({ disclosureAt }) => disclosureAt?.getTime() ?? null,
  owed: ({ owed }) => owed?.dueAt.getTime() ?? null,
  unread: ({ unreadCount }) => unreadCount,
  received: ({ receivedAt }) => receivedAt.getTime(),
};

/** The rows in another order; of equals, the newer report first. */
export function sortRows(rows: readonly ReportRow[], { column, direction }: Sorting): readonly ReportRow[] {
  const keyOf = keys[column];
  const sign = direction === "ascending" ? 1 : -1;
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((left, right) => compareKeys(left.key, right.key, sign) || compareAge(left.row, right.row))
    .map(({ row }) => row);
}

/** A second choice of the same column turns the direction; what is counted begins with the most. */
export function sortingAfter(current: Sorting, column: SortColumn): Sorting {
  if (current.column === column) {
    return { column, direction: current.direction === "ascending" ? "descending" : "ascending" };
  }
  return { column, direction: column === "unread" || column === "received" ? "descending" : "ascending" };
}

function compareKeys(left: SortKey, right: SortKey, sign: number): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const order =
    typeof left === "string" && typeof right === "string"
      ? collator.compare(left, right)
      : Number(left) - Number(right);
  return order * sign;
}

function compareAge(left: ReportRow, right: ReportRow): number {
  const byTime = right.receivedAt.getTime() - left.receivedAt.getTime();
  return byTime === 0 ? collator.compare(right.handle, left.handle) : byTime;
}
