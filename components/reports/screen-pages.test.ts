import { describe, expect, test } from "vitest";
import { rowsAScreen, rowStep, screenPage } from "./screen-pages.ts";

const rows = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("screens of rows", () => {
  test.each([
    { count: 0, page: 0, shown: 0, pageCount: 1, position: "0 reports" },
    { count: 1, page: 0, shown: 1, pageCount: 1, position: "1 report" },
    { count: rowsAScreen, page: 0, shown: 25, pageCount: 1, position: "25 reports" },
    { count: rowsAScreen + 1, page: 0, shown: 25, pageCount: 2, position: "1 to 25 of 26 reports" },
    { count: rowsAScreen + 1, page: 1, shown: 1, pageCount: 2, position: "26 to 26 of 26 reports" },
  ])("of $count rows, screen $page shows $shown", ({ count, page, shown, pageCount, position }) => {
    expect(screenPage(rows(count), page)).toMatchObject({ page, pageCount, position });
    expect(screenPage(rows(count), page).rows).toHaveLength(shown);
  });

  test("a screen that a filter has taken away gives the last there is", () => {
    expect(screenPage(rows(3), 7).page).toBe(0);
    expect(screenPage(rows(60), 7).page).toBe(2);
  });

  const place = { focused: 0, rowCount: 3, page: 1, pageCount: 3 };

  test.each([
    { from: "no row", move: "next", at: { ...place, focused: null }, step: { kind: "focus", index: 0 } },
    { from: "no row", move: "previous", at: { ...place, focused: null }, step: { kind: "focus", index: 0 } },
    { from: "the first row", move: "next", at: place, step: { kind: "focus", index: 1 } },
    { from: "the last row", move: "previous", at: { ...place, focused: 2 }, step: { kind: "focus", index: 1 } },
    { from: "the first row", move: "last", at: place, step: { kind: "focus", index: 2 } },
    { from: "the last row", move: "first", at: { ...place, focused: 2 }, step: { kind: "focus", index: 0 } },
    { from: "the first row", move: "previous", at: place, step: { kind: "turn", by: -1 } },
    { from: "the last row", move: "next", at: { ...place, focused: 2 }, step: { kind: "turn", by: 1 } },
    { from: "the very first row", move: "previous", at: { ...place, page: 0 }, step: { kind: "stay" } },
    { from: "the very last row", move: "next", at: { ...place, focused: 2, page: 2 }, step: { kind: "stay" } },
    { from: "an empty table", move: "next", at: { ...place, focused: null, rowCount: 0 }, step: { kind: "stay" } },
  ] as const)("from $from, $move is $step", ({ move, at, step }) => {
    expect(rowStep(move, at)).toEqual(step);
  });
});
