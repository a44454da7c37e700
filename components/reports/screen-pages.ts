/** Rows shown at once: few enough that filtering a thousand reports redraws in an instant. */
export const rowsAScreen = 50;

export interface ScreenPage<Row> {
  readonly rows: readonly Row[];
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  /** `51 to 100 of 312`, or `3 reports`. */
  readonly position: string;
}

/** One screenful of rows; a page beyond the last is the last. */
export function screenPage<Row>(rows: readonly Row[], wantedPage: number): ScreenPage<Row> {
  const pageCount = Math.max(1, Math.ceil(rows.length / rowsAScreen));
  const page = Math.min(Math.max(0, wantedPage), pageCount - 1);
  const first = page * rowsAScreen;
  const shown = rows.slice(first, first + rowsAScreen);
  return { rows: shown, page, pageCount, position: positionText(first, shown.length, rows.length) };
}

/** The place of a row after moving by one, on whichever screen that is; it stays where there is nothing further. */
export function movedIndex(index: number | null, by: 1 | -1, rowCount: number): number {
  if (index === null) return 0;
  return Math.min(Math.max(0, index + by), Math.max(0, rowCount - 1));
}

function positionText(first: number, shownCount: number, total: number): string {
  if (shownCount === total) return total === 1 ? "1 report" : `${String(total)} reports`;
  return `${String(first + 1)} to ${String(first + shownCount)} of ${String(total)} reports`;
}
