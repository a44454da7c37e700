import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { line, now, row } from "./row-fixture.ts";
import { owedAt } from "#components/embargo/obligation-fixture.ts";
import { reportRows, type ReportRow } from "./report-row.ts";
import { defaultSorting, sortColumns, sortingAfter, sortRows, type SortColumn } from "./sort-rows.ts";

const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const owed = (hours: number) => owedAt(at(hours));
const handles = (rows: readonly ReportRow[]) => rows.map(({ handle }) => handle);

function sorted(rows: readonly ReportRow[], column: SortColumn, direction: "ascending" | "descending" = "ascending") {
  return handles(sortRows(rows, { column, direction }));
}

describe("the order of the table", () => {
  test("at first, what is overdue stands before what is due, and what owes nothing comes last", () => {
    const rows = [
      row({ handle: "nothing" }),
      row({ handle: "due", owed: owed(5) }),
      row({ handle: "over", owed: owed(-5) }),
    ];
    expect(handles(sortRows(rows, defaultSorting))).toEqual(["over", "due", "nothing"]);
  });

  test("handles count as people count", () => {
    const rows = [row({ handle: "FN-2026-10" }), row({ handle: "FN-2026-9" })];
    expect(sorted(rows, "handle")).toEqual(["FN-2026-9", "FN-2026-10"]);
  });

  test("titles ignore upper case, and sealed ones come last in both directions", () => {
    const rows = [
      row({ handle: "sealed" }),
      row({ handle: "b" }, { title: "beta" }),
      row({ handle: "a" }, { title: "Alpha" }),
    ];
    expect(sorted(rows, "title")).toEqual(["a", "b", "sealed"]);
    expect(sorted(rows, "title", "descending")).toEqual(["b", "a", "sealed"]);
  });

  test("software, list, disclosure, unread and receipt order rows as their names say", () => {
    const first = row(
      { handle: "1", listName: "distros", disclosureAt: at(1), unreadCount: 1, receivedAt: at(-2) },
      { software: "a" },
    );
    const second = row(
      { handle: "2", listName: "linux-distros", disclosureAt: at(2), unreadCount: 2, receivedAt: at(-1) },
      { software: "b" },
    );
    for (const column of ["software", "list", "disclosure", "unread", "received"] as const) {
      expect(sorted([second, first], column)).toEqual(["1", "2"]);
      expect(sorted([first, second], column, "descending")).toEqual(["2", "1"]);
    }
  });

  test("states follow the course of an embargo, and within one the unacknowledged come first", () => {
    const rows = [
      row({ handle: "over", embargoState: "exited" }),
      row({ handle: "known", embargoState: "active", acknowledgedAt: now }),
      row({ handle: "new", embargoState: "active" }),
      row({ handle: "proposed", embargoState: "proposed" }),
    ];
    expect(sorted(rows, "state")).toEqual(["proposed", "new", "known", "over"]);
  });

  test("of equals the newer report comes first, and of those received at once the higher handle", () => {
    const rows = [
      row({ handle: "FN-1", receivedAt: at(-9) }),
      row({ handle: "FN-2", receivedAt: at(-1) }),
      row({ handle: "FN-3", receivedAt: at(-1) }),
    ];
    expect(sorted(rows, "list")).toEqual(["FN-3", "FN-2", "FN-1"]);
    expect(sorted(rows, "list", "descending")).toEqual(["FN-3", "FN-2", "FN-1"]);
  });

  test("a column chosen again turns round; another begins with its own direction", () => {
    expect(sortingAfter({ column: "list", direction: "ascending" }, "list").direction).toBe("descending");
    expect(sortingAfter({ column: "list", direction: "descending" }, "list").direction).toBe("ascending");
    expect(sortingAfter({ column: "list", direction: "descending" }, "title").direction).toBe("ascending");
    expect(sortingAfter({ column: "list", direction: "ascending" }, "unread").direction).toBe("descending");
  });

  prop.prop([
    fc.array(fc.record({ unreadCount: fc.nat(5), minutes: fc.nat(100) }), { maxLength: 40 }),
    fc.constantFrom(...(Object.keys(sortColumns) as SortColumn[])),
    fc.constantFrom("ascending" as const, "descending" as const),
  ])("sorting loses and adds no row, and sorting again changes nothing", (fields, column, direction) => {
    const lines = fields.map(({ unreadCount, minutes }, index) =>
      line({ handle: `FN-${String(index)}`, unreadCount, receivedAt: at(-minutes / 60) }),
    );
    const rows = reportRows(lines, new Map(), now);
    const once = sortRows(rows, { column, direction });
    expect(new Set(handles(once))).toEqual(new Set(handles(rows)));
    expect(handles(sortRows(once, { column, direction }))).toEqual(handles(once));
  });
});
