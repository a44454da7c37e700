import { describe, expect, test } from "vitest";
import { factsOf } from "./draft-facts.ts";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";
import { answeredDraft } from "./_answered-draft.ts";
import { emptyDraft, stepOf, type Draft, type DraftField } from "./draft.ts";
import { draftErrors, errorsOfStep } from "./draft-errors.ts";
import { draftFindings, fieldOf, visibleFindings } from "./draft-findings.ts";

const now = new Date("2026-11-02T09:12:31Z");

function findings(changed: Partial<Draft> = {}) {
  return draftFindings(answeredDraft(changed), distros2017, now);
}

describe("what the form says of a draft", () => {
  test("nothing where everything is answered well", () => {
    expect(findings()).toEqual([]);
    expect(factsOf(answeredDraft(), now).receivedAt).toEqual(now);
  });

  test.each<[Partial<Draft>, DraftField, string]>([
    [{ isPublic: true }, "isPublic", "ALREADY_PUBLIC"],
    [{ isOpenSource: false }, "isOpenSource", "NOT_OPEN_SOURCE"],
    [{ cveIsOnlyWish: true }, "cveIsOnlyWish", "CVE_ONLY"],
    [{ severity: "low" }, "severity", "SEVERITY_TOO_LOW"],
    [{ proposedDisclosureAt: "" }, "proposedDisclosureAt", "DATE_MISSING"],
    [{ proposedDisclosureAt: "2026-11-02T09:12:31.000Z" }, "proposedDisclosureAt", "DATE_IN_PAST"],
    [{ proposedDisclosureAt: "2026-11-16T09:12:32.000Z" }, "proposedDisclosureAt", "EMBARGO_TOO_LONG"],
    [{ proposedDisclosureAt: "2026-11-11T14:00:00.000Z" }, "proposedDisclosureAt", "EMBARGO_OVER_PREFERRED"],
    [{ proposedDisclosureAt: "2026-11-02T20:00:00.000Z" }, "proposedDisclosureAt", "EMBARGO_UNDER_ONE_DAY"],
    [{ proposedDisclosureAt: "2026-11-06T14:00:00.000Z" }, "proposedDisclosureAt", "DISCLOSURE_ON_WEEKEND"],
    [{ fixIsPublic: true }, "fixIsPublic", "FIX_PUBLIC"],
    [{ isLinuxOnly: true }, "list", "LINUX_ONLY_ON_DISTROS"],
    [{ affectsKernel: true }, "toldOthers", "KERNEL_TEAM_NOT_TOLD"],
    [{ toldOthers: null }, "toldOthers", "OTHERS_NOT_TOLD"],
    [{ othersAnswer: "opposed" }, "othersAnswer", "OTHERS_OPPOSED"],
    [{ hasExploit: true }, "exploitPublicationAt", "EXPLOIT_DATE_MISSING"],
    [{ cveWish: null }, "cveWish", "CVE_NOT_MENTIONED"],
  ])("%j is said at %s as %s", (changed, field, code) => {
    const found = findings(changed).find(({ problem }) => problem.code === code);
    expect(found === undefined ? undefined : fieldOf(found)).toBe(field);
  });

  test("exactly 14 days pass, and the latest instant that is offered passes too", () => {
    expect(findings({ proposedDisclosureAt: "2026-11-16T09:12:31.000Z" })).not.toContainEqual(
      expect.objectContaining({ weight: "refusal" }),
    );
    const mend = findings({ proposedDisclosureAt: "2027-01-01T00:00:00.000Z" })[0]?.mend;
    expect(mend).toEqual({ kind: "use-instant", instant: new Date("2026-11-16T09:12:00.000Z") });
  });

  test("an empty form is quiet until it is touched or tried", () => {
    const all = draftFindings(emptyDraft, distros2017, now);
    expect(all.length).toBeGreaterThan(5);
    expect(visibleFindings(all, new Set(), new Set())).toEqual([]);
    expect(visibleFindings(all, new Set(["severity"]), new Set()).map(fieldOf)).toEqual(["severity"]);
    const tried = visibleFindings(all, new Set(), new Set(["questions"]));
    expect(new Set(tried.map((finding) => stepOf(fieldOf(finding))))).toEqual(new Set(["questions"]));
  });

  test.each([
    { date: "", code: "DATE_MISSING" },
    { date: "2026-11-02T09:12:31.000Z", code: "DATE_IN_PAST" },
    { date: "2026-12-24T14:00:00.000Z", code: "EMBARGO_TOO_LONG" },
  ])("$code only advises where the report goes without an agreed date", ({ date, code }) => {
    const found = findings({ proposedDisclosureAt: date, isProvisional: true });
    expect(found).toMatchObject([{ weight: "advice", problem: { code } }]);
    expect(errorsOfStep("questions", found, [])).toEqual([]);
    const refused = findings({ proposedDisclosureAt: date, isProvisional: true, isPublic: true });
    expect(errorsOfStep("questions", refused, []).map(({ field }) => field)).toEqual(["isPublic"]);
  });

  test("refusals keep one from leaving their step, advice does not", () => {
    const advised = findings({ fixIsPublic: true, cveWish: null });
    expect(advised.length).toBe(2);
    expect(errorsOfStep("questions", advised, [])).toEqual([]);
    const refused = findings({ isPublic: true });
    expect(errorsOfStep("questions", refused, []).map(({ field }) => field)).toEqual(["isPublic"]);
    expect(errorsOfStep("report", refused, draftErrors(answeredDraft({ title: "" })))).toMatchObject([
      { field: "title", isMissing: true },
    ]);
  });
});
