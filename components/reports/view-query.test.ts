import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { noFilters } from "./filter-rows.ts";
import { defaultSorting, sortColumns, type SortColumn } from "./sort-rows.ts";
import { embargoStates } from "./state-words.ts";
import { queryOfView, viewOfQuery } from "./view-query.ts";

describe("the view in an address", () => {
  test("the ordinary view needs no query", () => {
    expect(queryOfView({ filters: noFilters, sorting: defaultSorting }, null)).toBe("");
    expect(viewOfQuery(new URLSearchParams(""))).toEqual({ filters: noFilters, sorting: defaultSorting });
  });

  test("what an address says wrongly counts as not said", () => {
    const query = new URLSearchParams("list=&state=constructor&owed=all&unread=yes&sort=toString&direction=up");
    expect(viewOfQuery(query)).toEqual({ filters: noFilters, sorting: defaultSorting });
  });

  prop.prop([
    fc.record({
      list: fc.constantFrom(null, "distros", "linux-distros"),
      state: fc.constantFrom(null, "unacknowledged" as const, ...embargoStates),
      owed: fc.constantFrom(null, "overdue" as const, "list" as const, "reporter" as const, "nothing" as const),
      onlyUnread: fc.boolean(),
    }),
    fc.record({
      column: fc.constantFrom(...(Object.keys(sortColumns) as SortColumn[])),
      direction: fc.constantFrom("ascending" as const, "descending" as const),
    }),
  ])("every view survives its address", (filters, sorting) => {
    expect(viewOfQuery(new URLSearchParams(queryOfView({ filters, sorting }, null)))).toEqual({ filters, sorting });
  });

  test("the cursor of the page stands beside the view", () => {
    expect(queryOfView({ filters: { ...noFilters, onlyUnread: true }, sorting: defaultSorting }, "abc")).toBe(
      "after=abc&unread=1",
    );
  });
});
