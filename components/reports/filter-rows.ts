import type { EmbargoState } from "#lib/embargo/embargo-machine.ts";
import { foldText, type ReportRow } from "./report-row.ts";

/** Which rows are shown; null, false and "" leave all. */
export interface ReportFilters {
  readonly list: string | null;
  readonly state: EmbargoState | "unacknowledged" | null;
  readonly owed: "overdue" | "list" | "reporter" | "nothing" | null;
  readonly onlyUnread: boolean;
}

export const noFilters: ReportFilters = { list: null, state: null, owed: null, onlyUnread: false };

/** The rows that pass every filter and hold every word of the search, in their order. */
export function filterRows(rows: readonly ReportRow[], filters: ReportFilters, search: string): readonly ReportRow[] {
  const words = foldText(search)
    .split(/\s+/)
    .filter((word) => word !== "");
  return rows.filter((row) => passesFilters(row, filters) && words.every((word) => row.searchText.includes(word)));
}

/** How many of the filters leave out something. */
export function filterCount({ list, state, owed, onlyUnread }: ReportFilters): number {
  return [list !== null, state !== null, owed !== null, onlyUnread].filter(Boolean).length;
}

function passesFilters(row: ReportRow, { list, state, owed, onlyUnread }: ReportFilters): boolean {
  if (list !== null && row.listName !== list) return false;
  if (onlyUnread && row.unreadCount === 0) return false;
  return passesState(row, state) && passesOwed(row, owed);
}

function passesState(row: ReportRow, state: ReportFilters["state"]): boolean {
  if (state === "unacknowledged") return row.acknowledgedAt === null;
  return state === null || row.embargoState === state;
}

function passesOwed({ owed, isOverdue }: ReportRow, wanted: ReportFilters["owed"]): boolean {
  switch (wanted) {
    case null:
      return true;
    case "overdue":
      return isOverdue;
    case "nothing":
      return owed === null;
    case "list":
    case "reporter":
      return owed?.owner === wanted;
  }
}
