/** Rows shown at once: few enough that sorting and filtering a thousand reports redraws in an instant. */
export const rowsAScreen = 25;

export interface ScreenPage<Row> {
  readonly rows: readonly Row[];
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  /** `26 to 50 of 312`, or `3 reports`. */
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

export interface RowPlace {
  /** Of the row that has the focus, on its screen; null where none has. */
  readonly focused: number | null;
  readonly rowCount: number;
  readonly page: number;
  readonly pageCount: number;
}

/** Where a move leads: to a row of this screen, over its edge to another screen, or nowhere. */
export type RowStep =
  | { readonly kind: "focus"; readonly index: number }
  | { readonly kind: "turn"; readonly by: 1 | -1 }
  | { readonly kind: "stay" };

/** What moving does. With no row focused, any move begins at the first. */
export function rowStep(
  move: "next" | "previous" | "first" | "last",
  { focused, rowCount, page, pageCount }: RowPlace,
): RowStep {
  if (rowCount === 0) return { kind: "stay" };
  if (focused === null || move === "first") return { kind: "focus", index: 0 };
  if (move === "last") return { kind: "focus", index: rowCount - 1 };
  const index = focused + (move === "next" ? 1 : -1);
  if (index >= 0 && index < rowCount) return { kind: "focus", index };
  if (index < 0) return page === 0 ? { kind: "stay" } : { kind: "turn", by: -1 };
  return page === pageCount - 1 ? { kind: "stay" } : { kind: "turn", by: 1 };
}

function positionText(first: number, shownCount: number, total: number): string {
  if (shownCount === total) return total === 1 ? "1 report" : `${String(total)} reports`;
  return `${String(first + 1)} to ${String(first + shownCount)} of ${String(total)} reports`;
}
