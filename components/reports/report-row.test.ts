import { describe, expect, test } from "vitest";
import { owedAt } from "#components/embargo/obligation-fixture.ts";
import { emptyCard, line, now, row } from "./row-fixture.ts";
import { reportRows, softwareOf, titleOf } from "./report-row.ts";

describe("a row of the table", () => {
  test("a report whose card nobody opened is sealed, and is found by its handle alone", () => {
    const [sealed] = reportRows([line({ handle: "FN-2026-0042" })], new Map(), now);
    expect(sealed).toMatchObject({ rowCard: { state: "sealed" }, searchText: "fn-2026-0042" });
  });

  test("an opened card gives title and software, and no other state does", () => {
    const opened = row({ handle: "A" }, { title: "Heap overflow", software: "libmarrow" });
    expect([titleOf(opened), softwareOf(opened)]).toEqual(["Heap overflow", "libmarrow"]);
    expect([titleOf(row({ handle: "A" })), softwareOf(row({ handle: "A" }))]).toEqual([null, null]);
  });

  test("title, software and CVE ids are searched, whatever their case and accents", () => {
    const { searchText } = row(
      { handle: "FN-1" },
      { ...emptyCard, title: "Überlauf", software: "Café", cveIds: ["CVE-2026-99001"] },
    );
    expect(searchText).toBe("fn-1\nuberlauf\ncafe\ncve-2026-99001");
  });

  test.each([
    {
      title: "a millisecond before it is due, nothing is overdue",
      dueAt: new Date(now.getTime() + 1),
      isOverdue: false,
    },
    { title: "on the very instant it is overdue", dueAt: now, isOverdue: true },
    { title: "afterwards it stays overdue", dueAt: new Date(now.getTime() - 1), isOverdue: true },
  ])("$title", ({ dueAt, isOverdue }) => {
    expect(row({ handle: "A", owed: owedAt(dueAt) }).isOverdue).toBe(isOverdue);
  });

  test("what owes nothing is not overdue", () => {
    expect(row({ handle: "A", owed: null }).isOverdue).toBe(false);
  });
});
