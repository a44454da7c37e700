import { describe, expect, test } from "vitest";
import { movedIndex, rowsAScreen, screenPage } from "./screen-pages.ts";

const rows = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("screens of rows", () => {
  test.each([
    { count: 0, page: 0, shown: 0, pageCount: 1, position: "0 reports" },
    { count: 1, page: 0, shown: 1, pageCount: 1, position: "1 report" },
    { count: rowsAScreen, page: 0, shown: 50, pageCount: 1, position: "50 reports" },
    { count: rowsAScreen + 1, page: 0, shown: 50, pageCount: 2, position: "1 to 50 of 51 reports" },
    { count: rowsAScreen + 1, page: 1, shown: 1, pageCount: 2, position: "51 to 51 of 51 reports" },
  ])("of $count rows, screen $page shows $shown", ({ count, page, shown, pageCount, position }) => {
    expect(screenPage(rows(count), page)).toMatchObject({ page, pageCount, position });
    expect(screenPage(rows(count), page).rows).toHaveLength(shown);
  });

  test("a screen that a filter has taken away gives the last there is", () => {
    expect(screenPage(rows(3), 7).page).toBe(0);
    expect(screenPage(rows(120), 7).page).toBe(2);
  });

  test("moving begins at the first row and stops at either end", () => {
    expect(movedIndex(null, 1, 5)).toBe(0);
    expect(movedIndex(null, -1, 5)).toBe(0);
    expect(movedIndex(0, -1, 5)).toBe(0);
    expect(movedIndex(3, 1, 5)).toBe(4);
    expect(movedIndex(4, 1, 5)).toBe(4);
    expect(movedIndex(0, 1, 0)).toBe(0);
  });
});
