import { describe, expect, test } from "vitest";
import { addDays } from "#lib/base/instant.ts";
import { embargoScale } from "./embargo-scale.ts";
import { mondayAt, openProposal, reporter, shownIssue, unagreed } from "./issue-fixture.ts";

const thursdayAt = addDays(mondayAt, 3.5);

function shown(issue: Parameters<typeof embargoScale>[0], now = thursdayAt) {
  const scale = embargoScale(issue, now);
  return scale?.marks.map(({ kind, percent }) => `${kind} ${String(percent)}`) ?? null;
}

describe("the scale of an embargo", () => {
  test("runs from the clock's start to the latest instant allowed, with all between in order", () => {
    const scale = embargoScale(shownIssue(), thursdayAt);
    expect(shown(shownIssue())).toEqual(["start 0", "now 25", "agreed 35.71", "preferred 50", "latest 100"]);
    expect(scale).toMatchObject({ elapsedPercent: 25, preferredPercent: 50, latestPercent: 100 });
    expect(scale?.usedText).toBe("3 days 12 hours of at most 14 days used; the agreed date takes 5 days of it.");
  });

  test("stretches to a proposal that the policy cannot grant, and shows where the allowed time ends", () => {
    const issue = shownIssue({ ...unagreed, openProposals: [openProposal(28, { by: reporter })] });
    expect(shown(issue)).toEqual(["start 0", "now 12.5", "preferred 25", "latest 50", "proposed 100"]);
    expect(embargoScale(issue, thursdayAt)?.latestPercent).toBe(50);
  });

  test("stands still where the embargo ended", () => {
    const end = { at: addDays(mondayAt, 1), cause: "public", by: reporter, evidence: null };
    const scale = embargoScale(shownIssue({ state: "exited", end }), addDays(mondayAt, 9));
    expect(scale?.elapsedPercent).toBe(7.14);
    expect(scale?.usedText).toBe("1 day of at most 14 days used.");
    expect(scale?.marks.map(({ kind }) => kind)).not.toContain("now");
  });

  test("is full and no more, once its time is over", () => {
    expect(embargoScale(shownIssue(unagreed), addDays(mondayAt, 40))?.elapsedPercent).toBe(100);
  });

  test("says that nothing limits it, while the policy's clock has not started", () => {
    const waiting = shownIssue({}, { clockStartsAt: null, latestAt: null, preferredUntil: null });
    expect(embargoScale(waiting, thursdayAt)?.usedText).toContain("nothing limits it yet");
    expect(shown(waiting)).toEqual(["start 0", "now 70", "agreed 100"]);
  });

  test("is none where there is nothing to measure", () => {
    expect(shown(shownIssue(unagreed, { clockStartsAt: null, latestAt: null, preferredUntil: null }))).toBeNull();
  });
});
