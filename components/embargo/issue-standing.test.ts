import { describe, expect, test } from "vitest";
import { addDays } from "#lib/base/instant.ts";
import { mondayAt, openProposal, reporter, shownIssue, unagreed } from "./issue-fixture.ts";
import { dateAfterMerge, isKeptSecret, isProvisional, standingWords } from "./issue-standing.ts";
import { whyNotAcceptable } from "./why-not-acceptable.ts";

const end = { at: mondayAt, cause: "public", by: reporter, evidence: null };

describe("an issue without an agreed date", () => {
  test.each(["none", "proposed"] as const)("is provisional while it is %s", (state) => {
    expect(isProvisional(shownIssue({ ...unagreed, state }))).toBe(true);
    expect(isKeptSecret(shownIssue({ ...unagreed, state })), "and kept secret all the same").toBe(true);
    expect(isProvisional(shownIssue({ ...unagreed, state, end }))).toBe(false);
    expect(isKeptSecret(shownIssue({ ...unagreed, state, end }))).toBe(false);
  });

  test("is none once a date is agreed, whatever else is proposed", () => {
    expect(isProvisional(shownIssue({ state: "revise", openProposals: [openProposal(6)] }))).toBe(false);
  });

  test("says so where it is looked at", () => {
    expect(standingWords(shownIssue(unagreed)).short).toBe("No date agreed");
    expect(standingWords(shownIssue({ end })).short).toBe("Over");
    expect(standingWords(shownIssue({}, { mergedAt: mondayAt })).short).toBe("Merged");
  });
});

describe("of two issues that are merged", () => {
  const agreedFor = (days: number) => shownIssue({ disclosureAt: addDays(mondayAt, days) });

  test.each([
    { from: 3, into: 5, days: 3, of: "from" },
    { from: 5, into: 3, days: 3, of: "into" },
    { from: 5, into: 5, days: 5, of: "into" },
  ])("agreed for $from and $into days, the date $of holds", ({ from, into, days, of }) => {
    expect(dateAfterMerge(agreedFor(from), agreedFor(into))).toEqual({ at: addDays(mondayAt, days), of });
  });

  test("the one that has a date gives it, and one that is over gives none", () => {
    expect(dateAfterMerge(agreedFor(3), shownIssue(unagreed))).toMatchObject({ of: "from" });
    expect(dateAfterMerge(shownIssue(unagreed), agreedFor(3))).toMatchObject({ of: "into" });
    expect(dateAfterMerge(shownIssue({ disclosureAt: addDays(mondayAt, 1), end }), agreedFor(3))).toMatchObject({
      of: "into",
    });
    expect(dateAfterMerge(shownIssue(unagreed), shownIssue(unagreed))).toBeNull();
  });
});

describe("a proposal that cannot be accepted", () => {
  test.each([
    { days: 15, others: [], clause: "R11" },
    { days: 14, others: [], clause: undefined },
    { days: 0, others: [], clause: "R7" },
    { days: 6, others: [openProposal(5, { proposal: 3 })], clause: "R11" },
    { days: 6, others: [openProposal(7, { proposal: 3 })], clause: undefined },
  ])("of $days days says why: $clause", ({ days, others, clause }) => {
    const proposal = openProposal(days);
    const issue = shownIssue({ openProposals: [proposal, ...others] });
    expect(whyNotAcceptable(proposal, issue, mondayAt)?.clause).toBe(clause);
  });
});
