import { unobjectionableAnswers } from "#lib/policy/unobjectionable-answers.ts";
import type { ClauseId } from "#lib/policy/clause.ts";
import type { FactField } from "#lib/policy/facts.ts";
import type { Finding } from "#lib/policy/finding.ts";
import { addDays } from "#lib/base/instant.ts";
import type { ClearFacts } from "#lib/schema/clear-facts.ts";

/** When the reports of this table come: a Monday, not on a whole minute. */
export const edgesAt = new Date("2026-11-02T09:12:31Z");

/** Answers of which the 2017 policy has nothing to say at all. */
export const acceptableAnswers: ClearFacts = {
  ...unobjectionableAnswers,
  proposedDisclosureAt: addDays(edgesAt, 2),
  exploitPublicationAt: null,
  cveWish: "none",
};

/** What is said of the answers: exactly this, and of the row beyond the limit nothing where it is null. */
export interface EdgeFinding {
  readonly weight: Finding["weight"];
  readonly code: Finding["problem"]["code"];
  readonly clause: ClauseId;
  readonly field: FactField;
  /** What one press of a button would do about it. */
  readonly offer: Readonly<Record<string, string>> | null;
}

export interface PolicyEdge {
  readonly what: string;
  readonly answers: Partial<ClearFacts>;
  readonly finding: EdgeFinding | null;
}

const instead = {
  kind: "post-publicly",
  name: "oss-security",
  href: "https://www.openwall.com/lists/oss-security/",
} as const;

function use(instant: string) {
  return { kind: "use-instant", instant } as const;
}

function refusal(
  code: EdgeFinding["code"],
  clause: ClauseId,
  field: FactField,
  offer: EdgeFinding["offer"] = null,
): EdgeFinding {
  return { weight: "refusal", code, clause, field, offer };
}

function advice(
  code: EdgeFinding["code"],
  clause: ClauseId,
  field: FactField,
  offer: EdgeFinding["offer"] = null,
): EdgeFinding {
  return { weight: "advice", code, clause, field, offer };
}

function disclosedAt(what: string, instant: string | null, finding: EdgeFinding | null): PolicyEdge {
  const proposedDisclosureAt = instant === null ? null : new Date(instant);
  return { what, answers: { proposedDisclosureAt }, finding };
}

/** The disclosure is on Wednesday 2026-11-04 at 09:12:31 UTC. */
function exploitedAt(what: string, instant: string | null, finding: EdgeFinding | null): PolicyEdge {
  const exploitPublicationAt = instant === null ? null : new Date(instant);
  return { what, answers: { hasExploit: true, exploitPublicationAt }, finding };
}

const date = "proposedDisclosureAt";
const exploit = "exploitPublicationAt";
const tooLong = refusal("EMBARGO_TOO_LONG", "R11", date, use("2026-11-16T09:12:00.000Z"));
const overPreferred = advice("EMBARGO_OVER_PREFERRED", "R11", date, use("2026-11-09T09:12:00.000Z"));
const inPast = refusal("DATE_IN_PAST", "R7", date, use("2026-11-09T09:12:00.000Z"));
const underOneDay = advice("EMBARGO_UNDER_ONE_DAY", "R7", date, use("2026-11-03T09:13:00.000Z"));
const onWeekend = (thursday: string) => advice("DISCLOSURE_ON_WEEKEND", "R7", date, use(thursday));
const exploitTooLate = refusal("EXPLOIT_DELAY_TOO_LONG", "R14", exploit, use("2026-11-11T09:12:00.000Z"));
const exploitTooEarly = refusal("EXPLOIT_BEFORE_DISCLOSURE", "R14", exploit, use("2026-11-04T09:12:31.000Z"));

/** How long, and until when. */
const dates: readonly PolicyEdge[] = [
  disclosedAt("no date", null, refusal("DATE_MISSING", "R7", date, use("2026-11-09T09:12:00.000Z"))),
  disclosedAt("a date of last year", "2025-11-02T09:12:31Z", inPast),
  disclosedAt("the second before the report came", "2026-11-02T09:12:30Z", inPast),
  disclosedAt("the very instant of the report", "2026-11-02T09:12:31Z", inPast),
  disclosedAt("a second after it", "2026-11-02T09:12:32Z", underOneDay),
  disclosedAt("a day less a second", "2026-11-03T09:12:30Z", underOneDay),
  disclosedAt("exactly a day", "2026-11-03T09:12:31Z", null),
  disclosedAt("Thursday's last second in UTC", "2026-11-05T23:59:59Z", null),
  disclosedAt("Friday's first second in UTC", "2026-11-06T00:00:00Z", onWeekend("2026-11-05T00:00:00.000Z")),
  disclosedAt(
    "Friday in UTC, Thursday in its own zone",
    "2026-11-05T19:00:00-06:00",
    onWeekend("2026-11-05T01:00:00.000Z"),
  ),
  disclosedAt("a Saturday", "2026-11-07T14:00:00Z", onWeekend("2026-11-05T14:00:00.000Z")),
  disclosedAt("Sunday's last second in UTC", "2026-11-08T23:59:59Z", onWeekend("2026-11-05T23:59:59.000Z")),
  disclosedAt("Monday's first second in UTC", "2026-11-09T00:00:00Z", null),
  disclosedAt("exactly 7 days", "2026-11-09T09:12:31Z", null),
  disclosedAt("7 days and a second", "2026-11-09T09:12:32Z", overPreferred),
  disclosedAt("exactly 14 days", "2026-11-16T09:12:31Z", overPreferred),
  disclosedAt("14 days and a second", "2026-11-16T09:12:32Z", tooLong),
  disclosedAt("90 days", "2027-01-31T09:12:31Z", tooLong),
];

/** The exploit's own date (R14). */
const exploits: readonly PolicyEdge[] = [
  exploitedAt(
    "an exploit without a date",
    null,
    advice("EXPLOIT_DATE_MISSING", "R14", exploit, use("2026-11-04T09:12:31.000Z")),
  ),
  exploitedAt("an exploit a second before the disclosure", "2026-11-04T09:12:30Z", exploitTooEarly),
  exploitedAt("an exploit with the disclosure", "2026-11-04T09:12:31Z", null),
  exploitedAt("an exploit exactly 7 days after it", "2026-11-11T09:12:31Z", null),
  exploitedAt("an exploit 7 days and a second after it", "2026-11-11T09:12:32Z", exploitTooLate),
];

/** Whether it belongs here at all. */
const kinds: readonly PolicyEdge[] = [
  {
    what: "public already",
    answers: { isPublic: true },
    finding: refusal("ALREADY_PUBLIC", "R1", "isPublic", instead),
  },
  {
    what: "not Open Source",
    answers: { isOpenSource: false },
    finding: refusal("NOT_OPEN_SOURCE", "R2", "isOpenSource"),
  },
  {
    what: "only a CVE id",
    answers: { cveIsOnlyWish: true },
    finding: refusal("CVE_ONLY", "R3", "cveIsOnlyWish", instead),
  },
  {
    what: "low severity",
    answers: { severity: "low" },
    finding: refusal("SEVERITY_TOO_LOW", "R4", "severity", instead),
  },
  { what: "medium severity", answers: { severity: "medium" }, finding: null },
  { what: "high severity", answers: { severity: "high" }, finding: null },
  {
    what: "a fix that is public",
    answers: { fixIsPublic: true },
    finding: advice("FIX_PUBLIC", "A3", "fixIsPublic", instead),
  },
  {
    what: "Linux alone, to distros",
    answers: { isLinuxOnly: true },
    finding: advice("LINUX_ONLY_ON_DISTROS", "R5", "list", { kind: "choose-list", list: "linux-distros" }),
  },
  { what: "Linux alone, to linux-distros", answers: { isLinuxOnly: true, list: "linux-distros" }, finding: null },
];

/** Who else was told (R12), and CVE ids (A7, A8). */
const others: readonly PolicyEdge[] = [
  { what: "nobody told", answers: { toldOthers: [] }, finding: advice("OTHERS_NOT_TOLD", "R12", "toldOthers") },
  {
    what: "nobody told, disclosing soon anyway",
    answers: { toldOthers: [], othersAnswer: "disclosing-anyway" },
    finding: null,
  },
  {
    what: "others not asked",
    answers: { othersAnswer: "not-asked" },
    finding: advice("OTHERS_NOT_ASKED", "R12", "othersAnswer"),
  },
  {
    what: "others opposed",
    answers: { othersAnswer: "opposed" },
    finding: advice("OTHERS_OPPOSED", "R12", "othersAnswer"),
  },
  {
    what: "the kernel, its team not told",
    answers: { affectsKernel: true },
    finding: advice("KERNEL_TEAM_NOT_TOLD", "R12", "toldOthers"),
  },
  {
    what: "the kernel, its team told",
    answers: { affectsKernel: true, toldOthers: ["kernel-security-team"] },
    finding: null,
  },
  { what: "no word of CVE ids", answers: { cveWish: null }, finding: advice("CVE_NOT_MENTIONED", "A8", "cveWish") },
  { what: "a wish for a CVE id", answers: { cveWish: "wants" }, finding: null },
];

/** What the list cannot take a report without. */
const unanswered: readonly PolicyEdge[] = [
  { what: "no list", answers: { list: null }, finding: refusal("ANSWER_MISSING", "L1", "list") },
  { what: "public or not, unsaid", answers: { isPublic: null }, finding: refusal("ANSWER_MISSING", "R1", "isPublic") },
  {
    what: "Open Source or not, unsaid",
    answers: { isOpenSource: null },
    finding: refusal("ANSWER_MISSING", "R2", "isOpenSource"),
  },
  {
    what: "CVE alone or not, unsaid",
    answers: { cveIsOnlyWish: null },
    finding: refusal("ANSWER_MISSING", "R3", "cveIsOnlyWish"),
  },
  { what: "severity unsaid", answers: { severity: null }, finding: refusal("ANSWER_MISSING", "R4", "severity") },
];

/** Every refusal and piece of advice of the 2017 policy, on both edges of each limit. Both doors are tested with it. */
export const policyEdges: readonly PolicyEdge[] = [...dates, ...exploits, ...kinds, ...others, ...unanswered];
