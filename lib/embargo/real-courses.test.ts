import { describe, expect, test } from "vitest";
import { unansweredFacts } from "#lib/policy/facts.ts";
import type { SubmissionFacts } from "#lib/policy/facts.ts";
import { findingsOf } from "#lib/policy/findings.ts";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";
import { accepted, member, negotiation, proposed, reporter, terminated } from "./_negotiated.ts";
import { caseAfter, impliedBy } from "./case-state.ts";
import type { CaseFact, CaseState } from "./case-state.ts";
import { embargoOf } from "./embargo.ts";
import { embargoAtSubmission } from "./embargo-machine.ts";
import type { EmbargoRecord } from "./embargo-record.ts";
import { mayAnswer, mayPropose, mayTerminate, possibleActions } from "./negotiation.ts";

const at = (text: string) => new Date(text);

/** A report that leaves the 2017 policy nothing to say but of its date. */
function factsOf(receivedAt: Date, proposedDisclosureAt: Date | null): SubmissionFacts {
  return {
    ...unansweredFacts(receivedAt),
    list: "distros",
    isPublic: false,
    isOpenSource: true,
    cveIsOnlyWish: false,
    severity: "high",
    toldOthers: ["upstream"],
    othersAnswer: "accepted",
    hasExploit: false,
    cveWish: "none",
    proposedDisclosureAt,
  };
}

function dateCodes(facts: SubmissionFacts) {
  return findingsOf(facts, distros2017).map(({ weight, problem }) => `${weight} ${problem.code}`);
}

const from = (receivedAt: Date, records: readonly EmbargoRecord[], now: Date, caseState: CaseState = new Set()) =>
  negotiation({ receivedAt, clockStartsAt: receivedAt, records, now, caseState });

/** The case once `fact` and what it implies are on record. */
function caseWith(fact: CaseFact): CaseState {
  return impliedBy(new Set(), fact).reduce<CaseState>((state, next) => {
    const after = caseAfter(state, next);
    return after.ok ? after.value : expect.fail(`${next} refused`);
  }, new Set());
}

describe("a report on a Sunday with 14 days", () => {
  // 8 November 2026 is a Sunday, six days after Monday the 2nd; 14 days later is Sunday the 22nd.
  const receivedAt = at("2026-11-08T21:40:07Z");
  const disclosureAt = at("2026-11-22T21:40:07Z");

  test("is active at once, with advice about its length and its Sunday and no refusal", () => {
    const facts = factsOf(receivedAt, disclosureAt);
    expect(dateCodes(facts)).toEqual(["advice EMBARGO_OVER_PREFERRED", "advice DISCLOSURE_ON_WEEKEND"]);
    expect(embargoAtSubmission(findingsOf(facts, distros2017), facts)).toBe("active");
  });

  test("can be moved to the Thursday before and never to the Monday after", () => {
    const records = [proposed(1, reporter, disclosureAt, receivedAt), accepted(1, "policy", receivedAt)];
    const now = at("2026-11-09T08:00:00Z");
    const moved = at("2026-11-19T14:00:00Z");
    expect(
      mayPropose(from(receivedAt, records, now), { by: member, disclosureAt: at("2026-11-23T00:00:00Z") }),
    ).toMatchObject({ problem: { code: "EMBARGO_TOO_LONG", facts: { latestAt: "2026-11-22T21:40:07.000Z" } } });
    expect(mayPropose(from(receivedAt, records, now), { by: member, disclosureAt: moved }).ok).toBe(true);

    const revised = [...records, proposed(2, member, moved, now)];
    expect(mayAnswer(from(receivedAt, revised, now), { by: reporter, proposal: 2, answer: "accept" }).ok).toBe(true);
    const agreed = [...revised, accepted(2, reporter, now)];
    expect(embargoOf(agreed, at("2026-11-19T13:59:59Z"))).toMatchObject({ state: "active", disclosureAt: moved });
    expect(embargoOf(agreed, moved)).toMatchObject({ state: "exited", end: { at: moved, cause: "date-reached" } });
  });
});

describe("a request beyond the policy", () => {
  const receivedAt = at("2026-11-03T10:15:00Z");

  test.each([
    { days: 90, disclosureAt: at("2027-02-01T10:15:00Z") }, // 27 of November, 31, 31, and 1: 90 after the 3rd
    { days: 28, disclosureAt: at("2026-12-01T10:15:00Z") }, // 27 of November and 1
  ])("of $days days is refused with the date offered, and that date can be agreed (A2)", ({ disclosureAt }) => {
    const facts = factsOf(receivedAt, disclosureAt);
    const latestAt = at("2026-11-17T10:15:00Z"); // 3 + 14
    expect(findingsOf(facts, distros2017)[0]).toMatchObject({
      weight: "refusal",
      problem: { code: "EMBARGO_TOO_LONG", facts: { latestAt: latestAt.toISOString() } },
      mend: { kind: "use-instant", instant: latestAt },
    });
    expect(embargoAtSubmission(findingsOf(facts, distros2017), facts)).toBe("proposed");

    const asked = [proposed(1, reporter, disclosureAt, receivedAt)];
    const now = at("2026-11-03T12:00:00Z");
    expect(mayAnswer(from(receivedAt, asked, now), { by: member, proposal: 1, answer: "accept" })).toMatchObject({
      problem: { code: "EMBARGO_TOO_LONG", clause: "R11", facts: { latestAt: latestAt.toISOString() } },
    });

    const insisted = [...asked, proposed(2, member, latestAt, now)];
    expect(mayPropose(from(receivedAt, asked, now), { by: member, disclosureAt: latestAt }).ok).toBe(true);
    expect(mayAnswer(from(receivedAt, insisted, now), { by: reporter, proposal: 2, answer: "accept" }).ok).toBe(true);
    expect(embargoOf([...insisted, accepted(2, reporter, now)], now)).toMatchObject({
      state: "active",
      disclosureAt: latestAt,
      openProposals: [],
    });
  });
});

test('"14 days" without a date is asked for a date and begins no embargo', () => {
  const facts = factsOf(at("2026-11-03T10:15:00Z"), null);
  expect(findingsOf(facts, distros2017)[0]).toMatchObject({
    weight: "refusal",
    clause: "R7",
    problem: { code: "DATE_MISSING" },
    mend: { kind: "use-instant", instant: at("2026-11-10T10:15:00Z") },
  });
  expect(embargoAtSubmission(findingsOf(facts, distros2017), facts)).toBe("none");
});

describe("an embargo that a third party breaks within hours", () => {
  const receivedAt = at("2026-11-03T10:15:00Z");
  const brokenAt = at("2026-11-03T15:02:44Z");
  const agreed = [
    proposed(1, reporter, at("2026-11-12T14:00:00Z"), receivedAt),
    accepted(1, "policy", receivedAt),
    proposed(2, reporter, at("2026-11-16T14:00:00Z"), at("2026-11-03T13:00:00Z")),
  ];
  const evidence = "https://example.org/advisory";
  const broken: EmbargoRecord = { step: "terminate", at: brokenAt, by: member, cause: "public", evidence };

  test.each([
    { fact: "public", facts: ["public", "vendor-aware"] },
    { fact: "exploit-public", facts: ["exploit-public", "public", "vendor-aware"] },
    { fact: "attacks-seen", facts: ["attacks-seen"] },
  ] as const)("is no longer viable by $fact, and nothing but its end can be recorded", ({ fact, facts }) => {
    expect([...caseWith(fact)]).toEqual(facts);
    const given = from(receivedAt, agreed, brokenAt, caseWith(fact));
    expect(mayPropose(given, { by: member, disclosureAt: at("2026-11-04T10:00:00Z") })).toMatchObject({
      problem: { code: "EMBARGO_NOT_VIABLE" },
    });
    expect(possibleActions(given, member).map(({ kind }) => kind)).toEqual(["reject", "terminate"]);
    expect(mayTerminate(given).ok).toBe(true);
  });

  test("is over at once with its reason, whatever was proposed, and for ever", () => {
    expect(embargoOf([...agreed, broken], brokenAt)).toMatchObject({
      state: "exited",
      disclosureAt: at("2026-11-12T14:00:00Z"),
      openProposals: [],
      end: { at: brokenAt, cause: "public", by: member, evidence },
    });
    for (const speaker of [reporter, member])
      expect(possibleActions(from(receivedAt, [...agreed, broken], brokenAt), speaker)).toEqual([]);
  });
});

describe("an issue that was public before the list was told", () => {
  const receivedAt = at("2026-11-03T10:15:00Z");
  const disclosureAt = at("2026-11-10T10:15:00Z");

  test("never has an embargo, whether the reporter says so or a member finds it", () => {
    const facts = { ...factsOf(receivedAt, disclosureAt), isPublic: true };
    expect(dateCodes(facts)).toContain("refusal ALREADY_PUBLIC");
    expect(embargoAtSubmission(findingsOf(facts, distros2017), facts)).toBe("none");
    expect(
      mayPropose(from(receivedAt, [], receivedAt, caseWith("public")), { by: reporter, disclosureAt }),
    ).toMatchObject({ problem: { code: "EMBARGO_NOT_VIABLE", clause: "R1", facts: { because: "public" } } });
  });

  test("has an end on record all the same, and no date was ever agreed", () => {
    const end = terminated("public", receivedAt);
    const embargo = embargoOf([proposed(1, reporter, disclosureAt, receivedAt), end], at("2026-11-20T00:00:00Z"));
    expect(embargo).toMatchObject({ state: "none", disclosureAt: null, agreement: null, end: { cause: "public" } });
    expect(possibleActions(from(receivedAt, [end], receivedAt), reporter)).toEqual([]);
  });
});

test("CVE-2020-5260 was over at its agreed instant, a day and an hour before it was posted", () => {
  const receivedAt = at("2020-04-07T17:22:01Z");
  const disclosureAt = at("2020-04-14T18:00:00Z"); // 7 days, 37 minutes and 59 seconds
  expect(dateCodes(factsOf(receivedAt, disclosureAt))).toEqual(["advice EMBARGO_OVER_PREFERRED"]);
  const records = [proposed(1, reporter, disclosureAt, receivedAt), accepted(1, "policy", receivedAt)];
  expect(embargoOf(records, at("2020-04-14T17:59:59Z")).state).toBe("active");
  expect(embargoOf(records, at("2020-04-15T18:59:44Z")).end).toMatchObject({ at: disclosureAt, cause: "date-reached" });
});
