import { describe, expect, test } from "vitest";
import { addDays, addHours } from "#lib/base/instant.ts";
import { shownProblem } from "#components/request/shown-problem.ts";
import { stepSchema } from "#lib/schema/step.ts";
import { allowedInstead, dateAdvice, isDateProblem } from "./date-advice.ts";
import { mondayAt, shownIssue, unagreed } from "./issue-fixture.ts";
import { emptyProposal, proposalErrors, proposalStep, type ProposalDraft } from "./proposal-draft.ts";

const now = addHours(mondayAt, 1);
const agreed = shownIssue().embargo;
const typed: ProposalDraft = { ...emptyProposal, disclosureAt: "2026-11-10T14:00:00.000Z", reason: "risk-of-leak" };

describe("a proposal that is typed", () => {
  test("needs a date and a reason, and nothing more", () => {
    expect(Object.keys(proposalErrors(emptyProposal, agreed, now))).toEqual(["disclosureAt", "reason"]);
    expect(proposalErrors(typed, agreed, now)).toEqual({});
  });

  test.each([
    { answerTime: "named", answerUntil: "", isWrong: true },
    { answerTime: "named", answerUntil: "2026-11-02T10:00:00.000Z", isWrong: true },
    { answerTime: "named", answerUntil: "2026-11-10T14:00:00.001Z", isWrong: true },
    { answerTime: "named", answerUntil: "2026-11-10T14:00:00.000Z", isWrong: false },
    { answerTime: "named", answerUntil: "2026-11-03T10:00:00.000Z", isWrong: false },
    { answerTime: "72", answerUntil: "", isWrong: false },
  ] as const)("may want an answer $answerTime $answerUntil: wrong is $isWrong", ({ isWrong, ...answer }) => {
    expect("answerUntil" in proposalErrors({ ...typed, ...answer }, unagreed, now)).toBe(isWrong);
  });

  test.each([
    { disclosureAt: "2026-11-10T14:00:00.000Z", until: "2026-11-07T09:00:00.000Z", isWrong: false },
    { disclosureAt: "2026-11-10T14:00:00.000Z", until: "2026-11-07T09:00:00.001Z", isWrong: true },
    { disclosureAt: "2026-11-06T14:00:00.000Z", until: "2026-11-06T14:00:00.001Z", isWrong: true },
    { disclosureAt: "", until: "2026-11-07T09:00:00.001Z", isWrong: true },
  ])(
    "for $disclosureAt, where 7 November, 09:00 is agreed, wants an answer by $until: wrong is $isWrong",
    ({ disclosureAt, until, isWrong }) => {
      const draft = { ...typed, disclosureAt, answerTime: "named", answerUntil: until } as const;
      expect("answerUntil" in proposalErrors(draft, agreed, now)).toBe(isWrong);
    },
  );

  test("is a step that the portal takes, with the instant by which an answer is wanted", () => {
    const step = proposalStep({ ...typed, answerTime: "48" }, { number: 2, revision: 7 }, now);
    expect(stepSchema.parse(step)).toMatchObject({
      kind: "propose",
      issue: 2,
      revision: 7,
      disclosureAt: new Date("2026-11-10T14:00:00Z"),
      answerUntil: addHours(now, 48),
    });
    expect(stepSchema.parse(proposalStep(typed, { number: 1, revision: 0 }, now))).toMatchObject({ answerUntil: null });
  });
});

describe("a date that is typed", () => {
  const advised = (iso: string, at = now) =>
    dateAdvice(new Date(iso), shownIssue(), { receivedAt: mondayAt, now: at }).map(({ finding, betterAt }) => [
      finding.problem.code,
      betterAt?.toISOString() ?? null,
    ]);

  test("gets the advice that the report form gives: weekend, preferred length; none where all is well", () => {
    expect(advised("2026-11-05T14:00:00Z")).toEqual([]);
    expect(advised("2026-11-07T14:00:00Z")).toEqual([["DISCLOSURE_ON_WEEKEND", "2026-11-05T14:00:00.000Z"]]);
    expect(advised("2026-11-11T14:00:00Z")).toEqual([["EMBARGO_OVER_PREFERRED", "2026-11-09T09:00:00.000Z"]]);
  });

  test("is offered no better one that is over already", () => {
    expect(advised("2026-11-11T14:00:00Z", addDays(mondayAt, 8))).toEqual([["EMBARGO_OVER_PREFERRED", null]]);
  });

  test("that is refused has the nearest one that is not, on a whole minute", () => {
    const facts = {
      maximum: "14 days",
      clockStart: "first-private-post",
      proposedAt: "2026-12-01T00:00:00.000Z",
    } as const;
    const tooLong = shownProblem({
      code: "EMBARGO_TOO_LONG",
      facts: { ...facts, latestAt: "2026-11-16T09:12:31.000Z" },
    });
    expect(isDateProblem(tooLong)).toBe(true);
    expect(allowedInstead(tooLong)).toEqual(new Date("2026-11-16T09:12:00Z"));
    const short = { minimumNoticeDays: 5, earliestAt: "2026-11-07T09:12:31.000Z" };
    expect(allowedInstead(shownProblem({ code: "NOTICE_TOO_SHORT", facts: short }))).toEqual(
      new Date("2026-11-07T09:13:00Z"),
    );
    const changed = shownProblem({ code: "ISSUE_CHANGED", facts: {} });
    expect([isDateProblem(changed), allowedInstead(changed)]).toEqual([false, null]);
  });
});
