import { describe, expect, test } from "vitest";
import { addDays, minuteMs } from "#lib/base/instant.ts";
import { acceptableFacts, mondayAt } from "./_acceptable-facts.ts";
import type { SubmissionFacts } from "./facts.ts";
import { findingsOf } from "./findings.ts";
import { distros2017 } from "./policies/distros-2017.ts";
import { distros2026 } from "./policies/distros-2026.ts";
import type { Policy } from "./policy.ts";

const receivedAt = mondayAt.toISOString();
const venue = "oss-security";
const postPublicly = { kind: "post-publicly", name: venue, href: distros2017.publicVenue.href };
const useInstant = (instant: string) => ({ kind: "use-instant", instant: new Date(instant) });
const fridayAt = new Date("2026-11-06T09:12:31Z");

/** The clause, the field, the facts and the mend of the one finding that comes of what is changed. */
function onlyFinding(changed: Partial<SubmissionFacts>, policy: Policy = distros2017) {
  const [finding, ...others] = findingsOf(acceptableFacts(changed), policy);
  if (finding === undefined || others.length > 0) throw new Error("not exactly one finding");
  const { clause, problem, mend } = finding;
  expect(problem.clause).toBe(clause);
  return { cites: `${clause} ${problem.field} ${problem.code}`, facts: problem.facts, mend };
}

describe("a finding cites its clause, names its field and its facts, and offers what mends it:", () => {
  test.each<{ changed: Partial<SubmissionFacts>; cites: string; facts?: object; mend?: object }>([
    { changed: { list: null }, cites: "L1 list ANSWER_MISSING", facts: { question: "list" } },
    {
      changed: { isLinuxOnly: true },
      cites: "R5 list LINUX_ONLY_ON_DISTROS",
      facts: { list: "distros", linuxOnlyList: "linux-distros" },
      mend: { kind: "choose-list", list: "linux-distros" },
    },
    { changed: { isPublic: true }, cites: "R1 isPublic ALREADY_PUBLIC", facts: { venue }, mend: postPublicly },
    { changed: { fixIsPublic: true }, cites: "A3 fixIsPublic FIX_PUBLIC", facts: { venue }, mend: postPublicly },
    { changed: { isOpenSource: false }, cites: "R2 isOpenSource NOT_OPEN_SOURCE" },
    { changed: { cveIsOnlyWish: true }, cites: "R3 cveIsOnlyWish CVE_ONLY", facts: { venue }, mend: postPublicly },
    {
      changed: { severity: "low" },
      cites: "R4 severity SEVERITY_TOO_LOW",
      facts: { severity: "low", venue },
      mend: postPublicly,
    },
    { changed: { toldOthers: [] }, cites: "R12 toldOthers OTHERS_NOT_TOLD" },
    { changed: { othersAnswer: "not-asked" }, cites: "R12 othersAnswer OTHERS_NOT_ASKED" },
    { changed: { othersAnswer: "opposed" }, cites: "R12 othersAnswer OTHERS_OPPOSED" },
    { changed: { affectsKernel: true }, cites: "R12 toldOthers KERNEL_TEAM_NOT_TOLD" },
    {
      changed: { proposedDisclosureAt: null },
      cites: "R7 proposedDisclosureAt DATE_MISSING",
      mend: useInstant("2026-11-09T09:12:00Z"),
    },
    {
      changed: { proposedDisclosureAt: mondayAt },
      cites: "R7 proposedDisclosureAt DATE_IN_PAST",
      facts: { proposedAt: receivedAt, receivedAt, venue },
      mend: useInstant("2026-11-09T09:12:00Z"),
    },
    {
      changed: { proposedDisclosureAt: new Date("2026-11-16T09:12:31.001Z") },
      cites: "R11 proposedDisclosureAt EMBARGO_TOO_LONG",
      facts: {
        maximum: "14 days",
        clockStart: "first-private-post",
        proposedAt: "2026-11-16T09:12:31.001Z",
        latestAt: "2026-11-16T09:12:31.000Z",
      },
      mend: useInstant("2026-11-16T09:12:00Z"),
    },
    {
      changed: { proposedDisclosureAt: new Date("2026-11-02T09:12:31.001Z") },
      cites: "R7 proposedDisclosureAt EMBARGO_UNDER_ONE_DAY",
      facts: { proposedAt: "2026-11-02T09:12:31.001Z" },
      mend: useInstant("2026-11-03T09:13:00Z"),
    },
    {
      changed: { proposedDisclosureAt: new Date("2026-11-09T09:12:31.001Z") },
      cites: "R11 proposedDisclosureAt EMBARGO_OVER_PREFERRED",
      facts: { preferredMaximumDays: 7, preferredAt: "2026-11-09T09:12:31.000Z" },
      mend: useInstant("2026-11-09T09:12:00Z"),
    },
    {
      changed: { proposedDisclosureAt: fridayAt },
      cites: "R7 proposedDisclosureAt DISCLOSURE_ON_WEEKEND",
      facts: { weekday: "Friday", proposedAt: fridayAt.toISOString() },
      mend: useInstant("2026-11-05T09:12:31Z"),
    },
    {
      changed: { receivedAt: new Date("2026-12-21T09:00:00Z"), proposedDisclosureAt: new Date("2026-12-24T09:00:00Z") },
      cites: "R7 proposedDisclosureAt DISCLOSURE_ON_HOLIDAY",
      facts: { holiday: "the Christmas holidays", proposedAt: "2026-12-24T09:00:00.000Z" },
      mend: useInstant("2026-12-23T09:00:00Z"),
    },
    {
      changed: { hasExploit: true },
      cites: "R14 exploitPublicationAt EXPLOIT_DATE_MISSING",
      facts: { maximumExploitDelayDays: 7 },
      mend: useInstant("2026-11-04T09:12:31Z"),
    },
    {
      changed: { hasExploit: true, exploitPublicationAt: new Date("2026-11-04T09:12:30.999Z") },
      cites: "R14 exploitPublicationAt EXPLOIT_BEFORE_DISCLOSURE",
      facts: { disclosureAt: "2026-11-04T09:12:31.000Z" },
      mend: useInstant("2026-11-04T09:12:31Z"),
    },
    {
      changed: { hasExploit: true, exploitPublicationAt: new Date("2026-11-11T09:12:31.001Z") },
      cites: "R14 exploitPublicationAt EXPLOIT_DELAY_TOO_LONG",
      facts: {
        maximumExploitDelayDays: 7,
        proposedAt: "2026-11-11T09:12:31.001Z",
        latestAt: "2026-11-11T09:12:31.000Z",
      },
      mend: useInstant("2026-11-11T09:12:00Z"),
    },
    { changed: { cveWish: null }, cites: "A8 cveWish CVE_NOT_MENTIONED" },
  ])("$cites", ({ changed, cites, facts = {}, mend = null }) => {
    expect(onlyFinding(changed)).toEqual({ cites, facts, mend });
  });

  test("a shortest notice names the instant at which it is over, and offers the whole minute after it", () => {
    const policy = { ...distros2017, minimumNoticeDays: 2 };
    const justUnder = { proposedDisclosureAt: new Date("2026-11-04T09:12:30.999Z") };
    expect(onlyFinding(justUnder, policy)).toEqual({
      cites: "R7 proposedDisclosureAt NOTICE_TOO_SHORT",
      facts: { minimumNoticeDays: 2, earliestAt: "2026-11-04T09:12:31.000Z" },
      mend: useInstant("2026-11-04T09:13:00Z"),
    });
    expect(findingsOf(acceptableFacts(), policy)).toEqual([]);
  });

  test("an hour of the day is the policy's own", () => {
    const policy = { ...distros2017, disclosureHourUtc: 14 };
    expect(onlyFinding({}, policy)).toEqual({
      cites: "R7 proposedDisclosureAt DISCLOSURE_HOUR_UNUSUAL",
      facts: { disclosureHourUtc: 14 },
      mend: useInstant("2026-11-04T14:00:00Z"),
    });
  });
});

describe("a fix that is public", () => {
  test("is refused where the policy refuses it", () => {
    const [finding] = findingsOf(acceptableFacts({ fixIsPublic: true }), distros2026);
    expect(finding).toMatchObject({ clause: "A3", weight: "refusal", problem: { code: "FIX_PUBLIC", clause: "A3" } });
  });

  test("is tolerated up to the last hour before the disclosure that the policy tolerates, and no longer", () => {
    const policy: Policy = { ...distros2017, publicFix: { weight: "refusal", toleratedHours: 48 } };
    const codes = (proposedDisclosureAt: Date | null) =>
      findingsOf(acceptableFacts({ fixIsPublic: true, proposedDisclosureAt }), policy).map(
        ({ problem }) => problem.code,
      );
    expect(codes(addDays(mondayAt, 2))).toEqual([]);
    expect(codes(new Date(addDays(mondayAt, 2).getTime() + 1))).toEqual(["FIX_PUBLIC"]);
    expect(codes(null)).toContain("FIX_PUBLIC");
    const impatient = findingsOf(acceptableFacts({ fixIsPublic: true, proposedDisclosureAt: mondayAt }), distros2017);
    expect(impatient.map(({ problem }) => problem.code)).toEqual(["DATE_IN_PAST", "FIX_PUBLIC"]);
  });
});

test("a date whose suggestion would be past has none to offer", () => {
  const late = { ...distros2017, preferredMaximumDays: 0 };
  expect(onlyFinding({ proposedDisclosureAt: null }, late).mend).toBeNull();
  const soon = { ...distros2017, maximumEmbargo: { unit: "hour", count: 0 } as const };
  const tooLong = findingsOf(acceptableFacts({ proposedDisclosureAt: new Date(mondayAt.getTime() + minuteMs) }), soon);
  expect(tooLong.find(({ problem }) => problem.code === "EMBARGO_TOO_LONG")?.mend).toBeNull();
});
