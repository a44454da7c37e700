import { describe, expect, test } from "vitest";
import { owedAt } from "#components/embargo/obligation-fixture.ts";
import { now, row } from "./row-fixture.ts";
import { filterCount, filterRows, noFilters, type ReportFilters } from "./filter-rows.ts";
import type { ReportRow } from "./report-row.ts";
import { reportRows } from "./report-row.ts";
import { sortRows } from "./sort-rows.ts";
import { line } from "./row-fixture.ts";

const due = (owner: "list" | "reporter", ms: number) => owedAt(new Date(now.getTime() + ms), { owner });

const rows: readonly ReportRow[] = [
  row({ handle: "FN-1", unreadCount: 2, owed: due("list", 1) }, { title: "Heap overflow", software: "libmarrow" }),
  row(
    { handle: "FN-2", listName: "linux-distros", acknowledgedAt: now, owed: due("reporter", 0) },
    { title: "Use after free", software: "tidegate", cveIds: ["CVE-2026-99005"] },
  ),
  row({ handle: "FN-3", embargoState: "exited", acknowledgedAt: now }),
];

function shown(filters: Partial<ReportFilters>, search = ""): readonly string[] {
  return filterRows(rows, { ...noFilters, ...filters }, search).map(({ handle }) => handle);
}

describe("what the table shows", () => {
  test("without filters and search it shows everything, in the order given", () => {
    expect(shown({})).toEqual(["FN-1", "FN-2", "FN-3"]);
  });

  test.each<{ title: string; filters: Partial<ReportFilters>; expected: string[] }>([
    { title: "one list", filters: { list: "linux-distros" }, expected: ["FN-2"] },
    { title: "a list without reports", filters: { list: "other" }, expected: [] },
    { title: "a state", filters: { state: "exited" }, expected: ["FN-3"] },
    { title: "what nobody acknowledged", filters: { state: "unacknowledged" }, expected: ["FN-1"] },
    { title: "what is overdue now, to the millisecond", filters: { owed: "overdue" }, expected: ["FN-2"] },
    { title: "what the list owes", filters: { owed: "list" }, expected: ["FN-1"] },
    { title: "what the reporter owes", filters: { owed: "reporter" }, expected: ["FN-2"] },
    { title: "what owes nothing", filters: { owed: "nothing" }, expected: ["FN-3"] },
    { title: "what is unread", filters: { onlyUnread: true }, expected: ["FN-1"] },
    { title: "all filters together", filters: { list: "distros", onlyUnread: true, owed: "reporter" }, expected: [] },
  ])("can be narrowed to $title", ({ filters, expected }) => {
    expect(shown(filters)).toEqual(expected);
  });

  test.each([
    { search: "HEAP", expected: ["FN-1"] },
    { search: "tidegate", expected: ["FN-2"] },
    { search: "cve-2026-99005", expected: ["FN-2"] },
    { search: "fn-3", expected: ["FN-3"] },
    { search: "  free\tafter ", expected: ["FN-2"] },
    { search: "heap tidegate", expected: [] },
    { search: " ", expected: ["FN-1", "FN-2", "FN-3"] },
  ])("the search “$search” finds by handle, title, software and CVE id, every word of it", ({ search, expected }) => {
    expect(shown({}, search)).toEqual(expected);
  });

  test("each filter that leaves something out is counted", () => {
    expect(filterCount(noFilters)).toBe(0);
    expect(filterCount({ list: "distros", state: "active", owed: "overdue", onlyUnread: true })).toBe(4);
  });

  test("a thousand rows are filtered, searched and sorted well within a frame's patience", () => {
    const lines = Array.from({ length: 1000 }, (_, index) => line({ handle: `FN-2026-${String(index)}` }));
    const cards = new Map(
      lines.map(({ id }, index) => [
        id as string,
        {
          state: "opened" as const,
          card: {
            title: `Heap overflow number ${String(index * 7919)} in a parser of ${String(index)}`,
            software: `lib${String(index % 37)}`,
            versions: "1.0",
            severityVector: null,
            cveIds: [],
          },
        },
      ]),
    );
    const many = reportRows(lines, cards, now);
    sortRows(many, { column: "title", direction: "ascending" });
    const startedAt = performance.now();
    const found = sortRows(filterRows(many, { ...noFilters, list: "distros" }, "heap lib3"), {
      column: "title",
      direction: "ascending",
    });
    const tookMs = performance.now() - startedAt;
    expect(found.length).toBeGreaterThan(100);
    expect(tookMs).toBeLessThan(50);
  });
});
