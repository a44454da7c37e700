import { describe, expect, test } from "vitest";
import { shownIssue } from "#components/embargo/issue-fixture.ts";
import { owedAt } from "#components/embargo/obligation-fixture.ts";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { missingPostings } from "./missing-postings.ts";

const postedAt = new Date("2026-03-08T09:00:00Z");
const dueAt = new Date("2026-03-15T09:00:00Z");

function posting(fields: Partial<ShownIssue["postings"][number]>): ShownIssue["postings"][number] {
  return {
    id: "00000000-0000-4000-8000-000000000000",
    kind: "mandatory",
    reference: "https://example.org/1",
    postedAt,
    carriesDetails: true,
    includesExploit: false,
    announcesExploitAt: null,
    recordedAt: postedAt,
    by: { party: "reporter", name: null },
    ...fields,
  };
}

const clausesOf = (...given: Parameters<typeof missingPostings>) =>
  missingPostings(...given).map(({ clauses }) => clauses);

describe("what is missing in public", () => {
  test("nothing where nothing of it is owed", () => {
    const closing = { at: postedAt, by: null, evidence: { kind: "link", text: "x" }, isReopenable: false } as const;
    expect(missingPostings(shownIssue(), [owedAt(dueAt, { closing }), owedAt(dueAt, { kind: "DISCLOSE" })])).toEqual(
      [],
    );
  });

  test("the posting itself, and where there is one without them, its details", () => {
    expect(clausesOf(shownIssue(), [owedAt(dueAt)])).toEqual([["R13", "A11"]]);
    const issue = shownIssue({}, { postings: [posting({ carriesDetails: false })] });
    expect(clausesOf(issue, [owedAt(dueAt)])).toEqual([["R13", "A11", "C3"]]);
  });

  test("a word on the exploit, and the exploit", () => {
    const owed = [owedAt(dueAt, { kind: "ANNOUNCE_EXPLOIT" }), owedAt(dueAt, { kind: "POST_EXPLOIT" })];
    expect(clausesOf(shownIssue(), owed)).toEqual([
      ["R14", "A12"],
      ["R14", "A12"],
    ]);
  });

  test("not what another issue owes", () => {
    expect(missingPostings(shownIssue(), [owedAt(dueAt, { issueNumber: 2 })])).toEqual([]);
  });

  test.each([
    { when: "exactly 7 days", at: dueAt, missing: 0 },
    { when: "a moment more than 7 days", at: new Date(dueAt.getTime() + 1), missing: 1 },
  ])("an exploit announced for $when after the posting is $missing too late", ({ at, missing }) => {
    expect(missingPostings(shownIssue({}, { postings: [posting({ announcesExploitAt: at })] }), [])).toHaveLength(
      missing,
    );
  });
});
