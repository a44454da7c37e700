import { describe, expect, test } from "vitest";
import { clauseHref, clauseIds, clauseOf, clausesOfGroup, isClauseId, listReporterClauses } from "./clause.ts";

const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1)}`);

/** The ids of the 2017 policy. They are cited in code, on pages and by people, so none may vanish or change. */
const frozenIds = [
  ...numbered("L", 3),
  ...numbered("R", 15),
  ...numbered("M", 7),
  ...numbered("T", 6),
  ...numbered("A", 13),
  ...numbered("C", 3),
  ...numbered("K", 10),
];

describe("the clauses", () => {
  test("are those of the policy, in its order", () => {
    expect(clauseIds).toEqual(frozenIds);
  });

  test("each belong to one group", () => {
    const grouped = (["list", "reporter", "member", "duty", "membership"] as const).flatMap(clausesOfGroup);
    expect(grouped.map(({ id }) => id)).toEqual(frozenIds);
  });

  test.each(clauseIds)("%s has a short title and one to three sentences", (id) => {
    const { title, text } = clauseOf(id);
    expect(title.split(" ").length).toBeLessThanOrEqual(7);
    expect(title).not.toMatch(/\.$/);
    expect(text).toMatch(/\.$/);
    expect(text.split(/[.?!](?: |$)/).filter((sentence) => sentence !== "").length).toBeLessThanOrEqual(3);
  });

  test("for reporters each give one reason", () => {
    const clauses = listReporterClauses();
    expect(clauses.map(({ id }) => id)).toEqual(numbered("R", 15));
    for (const { reason } of clauses) expect(reason).toMatch(/^[A-Z][^.]*\.$/);
  });

  test("are found by their anchor on the policy page", () => {
    expect(clauseHref("R11")).toBe("/policy#R11");
  });

  test.each([
    { text: "R15", known: true },
    { text: "R16", known: false },
    { text: "r1", known: false },
    { text: "constructor", known: false },
  ])("$text is known: $known", ({ text, known }) => {
    expect(isClauseId(text)).toBe(known);
  });
});
