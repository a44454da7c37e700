import { describe, expect, test } from "vitest";
import { addDays, hourMs } from "#lib/base/instant.ts";
import { problemText } from "#lib/base/problem.ts";
import { kubernetesDistributors } from "#lib/policy/policies/kubernetes-distributors.ts";
import { linuxKernel } from "#lib/policy/policies/linux-kernel.ts";
import {
  accepted,
  agreedFor,
  member,
  mondayAt,
  negotiation,
  otherMember,
  proposed,
  rejected,
  reporter,
  terminated,
} from "./_negotiated.ts";
import type { CaseFact } from "./case-state.ts";
import type { Speaker } from "./embargo-record.ts";
import { latestAllowedAt, mayAnswer, mayPropose, mayTerminate, possibleActions } from "./negotiation.ts";
import type { Negotiation } from "./negotiation.ts";

const day = (days: number) => addDays(mondayAt, days);
const second = 1 / 86_400;

/** `ok`, or the clause and the code of the refusal, whose words are sentences. */
function verdict(result: ReturnType<typeof mayAnswer | typeof mayPropose | typeof mayTerminate>): string {
  if (result.ok) return "ok";
  const { wrong, mend } = problemText(result.problem);
  expect(`${wrong} ${mend}`).not.toMatch(/undefined|null|NaN|\[object/);
  return `${result.problem.clause ?? "no clause"} ${result.problem.code}`;
}

const proposing = (by: Speaker, disclosureAt: Date, changed: Partial<Negotiation> = {}) =>
  verdict(mayPropose(negotiation(changed), { by, disclosureAt }));

const accepting = (by: Speaker, proposal: number, changed: Partial<Negotiation> = {}) =>
  verdict(mayAnswer(negotiation(changed), { by, proposal, answer: "accept" }));

describe("a date may be proposed", () => {
  test.each<{ what: string; disclosureAt: Date; changed?: Partial<Negotiation>; outcome: string }>([
    { what: "where there is none yet", disclosureAt: day(5), outcome: "ok" },
    { what: "earlier than agreed", disclosureAt: day(5), changed: { records: agreedFor(9) }, outcome: "ok" },
    { what: "later than agreed", disclosureAt: day(14), changed: { records: agreedFor(9) }, outcome: "ok" },
    { what: "a second beyond the maximum", disclosureAt: day(14 + second), outcome: "R11 EMBARGO_TOO_LONG" },
    {
      what: "a second beyond the maximum, after another was agreed",
      disclosureAt: day(14 + second),
      changed: { records: agreedFor(9) },
      outcome: "R11 EMBARGO_TOO_LONG",
    },
    { what: "for the instant it is", disclosureAt: negotiation().now, outcome: "R7 DATE_IN_PAST" },
    { what: "a second from now", disclosureAt: addDays(negotiation().now, second), outcome: "ok" },
    { what: "as agreed", disclosureAt: day(9), changed: { records: agreedFor(9) }, outcome: "R7 PROPOSAL_UNCHANGED" },
    {
      what: "as the other side proposes",
      disclosureAt: day(7),
      changed: { records: [proposed(1, reporter, day(7))] },
      outcome: "R7 PROPOSAL_UNCHANGED",
    },
    {
      what: "as was rejected",
      disclosureAt: day(7),
      changed: { records: [proposed(1, reporter, day(7)), rejected(1, member)] },
      outcome: "ok",
    },
    {
      what: "after the end",
      disclosureAt: day(9),
      changed: { records: [...agreedFor(9), terminated("withdrawn", mondayAt)] },
      outcome: "M1 EMBARGO_STEP_IMPOSSIBLE",
    },
    {
      what: "after the agreed date",
      disclosureAt: day(12),
      changed: { records: agreedFor(9), now: day(9) },
      outcome: "M1 EMBARGO_STEP_IMPOSSIBLE",
    },
    {
      what: "after an end without an embargo",
      disclosureAt: day(9),
      changed: { records: [terminated("public", mondayAt)] },
      outcome: "M1 EMBARGO_STEP_IMPOSSIBLE",
    },
    {
      what: "with less notice than is promised",
      disclosureAt: day(7 - second),
      changed: { policy: kubernetesDistributors },
      outcome: "R7 NOTICE_TOO_SHORT",
    },
    {
      what: "a year ahead without a maximum",
      disclosureAt: day(365),
      changed: { policy: kubernetesDistributors },
      outcome: "ok",
    },
  ])("$what: $outcome", ({ disclosureAt, changed, outcome }) => {
    for (const by of [reporter, member]) expect(proposing(by, disclosureAt, changed)).toBe(outcome);
  });

  test.each<{ agreed: number | null; answerUntil: Date; outcome: string }>([
    { agreed: null, answerUntil: negotiation().now, outcome: "A2 ANSWER_TIME_UNFIT" },
    { agreed: null, answerUntil: addDays(negotiation().now, second), outcome: "ok" },
    { agreed: null, answerUntil: day(10), outcome: "ok" },
    { agreed: null, answerUntil: day(10 + second), outcome: "A2 ANSWER_TIME_UNFIT" },
    { agreed: 9, answerUntil: day(9), outcome: "ok" },
    { agreed: 9, answerUntil: day(9 + second), outcome: "A2 ANSWER_TIME_UNFIT" },
    { agreed: 12, answerUntil: day(10 + second), outcome: "A2 ANSWER_TIME_UNFIT" },
  ])(
    "for day 10, where day $agreed is agreed, with an answer wanted by $answerUntil: $outcome",
    ({ agreed, answerUntil, outcome }) => {
      const records = agreed === null ? [] : agreedFor(agreed);
      const proposal = { by: member, disclosureAt: day(10), answerUntil };
      expect(verdict(mayPropose(negotiation({ records }), proposal))).toBe(outcome);
    },
  );

  test("and one that is too long is refused with the latest instant that is not", () => {
    expect(mayPropose(negotiation(), { by: reporter, disclosureAt: day(90) })).toMatchObject({
      problem: {
        facts: {
          maximum: "14 days",
          proposedAt: "2027-01-31T09:12:31.000Z", // 28 days of November and 31 of December after day 31 of January
          latestAt: "2026-11-16T09:12:31.000Z",
        },
      },
    });
  });

  test.each<{ facts: readonly CaseFact[]; before: string; during: string }>([
    { facts: [], before: "ok", during: "ok" },
    { facts: ["vendor-aware", "fix-ready"], before: "ok", during: "ok" },
    { facts: ["vendor-aware", "fix-ready", "fix-deployed"], before: "R1 EMBARGO_NOT_VIABLE", during: "ok" },
    { facts: ["public", "vendor-aware"], before: "R1 EMBARGO_NOT_VIABLE", during: "R1 EMBARGO_NOT_VIABLE" },
    { facts: ["exploit-public"], before: "R1 EMBARGO_NOT_VIABLE", during: "R1 EMBARGO_NOT_VIABLE" },
    { facts: ["attacks-seen"], before: "R1 EMBARGO_NOT_VIABLE", during: "R1 EMBARGO_NOT_VIABLE" },
  ])("where the case is $facts: $before before an embargo, $during in one", ({ facts, before, during }) => {
    const caseState = new Set(facts);
    expect(proposing(reporter, day(5), { caseState })).toBe(before);
    expect(proposing(reporter, day(5), { caseState, records: agreedFor(9) })).toBe(during);
    const open = proposed(2, member, day(5));
    expect(accepting(reporter, 2, { caseState, records: [open] })).toBe(before);
    expect(accepting(reporter, 2, { caseState, records: [...agreedFor(9), open] })).toBe(during);
  });
});

describe("a proposal may be accepted", () => {
  const both = [proposed(1, reporter, day(10)), proposed(2, member, day(5))];

  test.each<{ what: string; by: Speaker; proposal: number; changed?: Partial<Negotiation>; outcome: string }>([
    { what: "by the other side", by: reporter, proposal: 2, outcome: "ok" },
    { what: "not by its own author", by: member, proposal: 2, outcome: "M1 OWN_PROPOSAL" },
    { what: "not by a colleague of its author", by: otherMember, proposal: 2, outcome: "M1 OWN_PROPOSAL" },
    { what: "not while a shorter one is open", by: member, proposal: 1, outcome: "R11 SHORTER_FIRST" },
    {
      what: "once the shorter one is taken back",
      by: member,
      proposal: 1,
      changed: { records: [...both, rejected(2, otherMember)] },
      outcome: "ok",
    },
    {
      what: "once the shorter one's date has passed",
      by: member,
      proposal: 1,
      changed: { now: day(5) },
      outcome: "ok",
    },
    {
      what: "not once its own date has come",
      by: reporter,
      proposal: 2,
      changed: { now: day(5) },
      outcome: "R7 DATE_IN_PAST",
    },
    {
      what: "not once it is answered",
      by: reporter,
      proposal: 2,
      changed: { records: [...both, accepted(2, reporter)] },
      outcome: "R7 PROPOSAL_CLOSED",
    },
    { what: "not where there is none", by: reporter, proposal: 3, outcome: "R7 PROPOSAL_CLOSED" },
    {
      what: "not beyond the maximum, although it was received so",
      by: member,
      proposal: 1,
      changed: { records: [proposed(1, reporter, day(90))] },
      outcome: "R11 EMBARGO_TOO_LONG",
    },
    {
      what: "not once it is over",
      by: reporter,
      proposal: 2,
      changed: { records: [...agreedFor(9), proposed(2, member, day(5)), terminated("public", mondayAt)] },
      outcome: "R7 PROPOSAL_CLOSED",
    },
  ])("$what", ({ by, proposal, changed, outcome }) => {
    expect(accepting(by, proposal, { records: both, ...changed })).toBe(outcome);
  });

  test("and may always be rejected or taken back while it is open", () => {
    for (const by of [reporter, member, otherMember])
      for (const proposal of [1, 2])
        for (const now of [mondayAt, day(20)])
          expect(mayAnswer(negotiation({ records: both, now }), { by, proposal, answer: "reject" }).ok).toBe(true);
    expect(mayAnswer(negotiation(), { by: member, proposal: 1, answer: "reject" })).toMatchObject({
      problem: { code: "PROPOSAL_CLOSED" },
    });
  });

  test("and is judged again when it is: a fix that came meanwhile has started the clock", () => {
    const records = [proposed(1, reporter, day(20))];
    const waiting = { records, policy: linuxKernel, clockStartsAt: null };
    expect(accepting(member, 1, waiting)).toBe("ok");
    expect(accepting(member, 1, { ...waiting, clockStartsAt: day(6) })).toBe("R11 EMBARGO_TOO_LONG");
    expect(accepting(member, 1, { ...waiting, clockStartsAt: day(6), isExtensionAgreed: true })).toBe("ok");
    expect(accepting(member, 1, { ...waiting, clockStartsAt: day(13) })).toBe("ok");
  });
});

describe("an end may be recorded", () => {
  test.each<{ what: string; changed: Partial<Negotiation>; outcome: string }>([
    { what: "before any date", changed: {}, outcome: "ok" },
    { what: "while a date is proposed", changed: { records: [proposed(1, reporter, day(9))] }, outcome: "ok" },
    { what: "of an active embargo", changed: { records: agreedFor(9) }, outcome: "ok" },
    {
      what: "of one under revision",
      changed: { records: [...agreedFor(9), proposed(2, reporter, day(12))] },
      outcome: "ok",
    },
    {
      what: "not a second time",
      changed: { records: [...agreedFor(9), terminated("public", mondayAt)] },
      outcome: "M1 EMBARGO_STEP_IMPOSSIBLE",
    },
    {
      what: "not after the date",
      changed: { records: agreedFor(9), now: day(9) },
      outcome: "M1 EMBARGO_STEP_IMPOSSIBLE",
    },
  ])("$what", ({ changed, outcome }) => {
    expect(verdict(mayTerminate(negotiation(changed)))).toBe(outcome);
  });
});

describe("the latest that may be agreed", () => {
  test("is the policy's maximum from the start of its clock, and nothing where no clock runs", () => {
    expect(latestAllowedAt(negotiation())).toEqual(day(14));
    expect(latestAllowedAt(negotiation({ policy: kubernetesDistributors }))).toBeNull();
    expect(latestAllowedAt(negotiation({ policy: linuxKernel, clockStartsAt: null }))).toBeNull();
  });
});

describe("what a page can offer", () => {
  const revised = [...agreedFor(9), proposed(2, reporter, day(12)), proposed(3, member, day(5))];
  const offered = (speaker: Speaker, changed: Partial<Negotiation>) =>
    possibleActions(negotiation(changed), speaker).map((action) =>
      "proposal" in action ? `${action.kind} ${String(action.proposal)}` : action.kind,
    );

  test.each<{ what: string; speaker: Speaker; changed: Partial<Negotiation>; actions: readonly string[] }>([
    { what: "at the beginning", speaker: reporter, changed: {}, actions: ["propose", "terminate"] },
    {
      what: "to a reporter whose later date stands beside the list's earlier one",
      speaker: reporter,
      changed: { records: revised },
      actions: ["accept 3", "reject 3", "take-back 2", "propose", "terminate"],
    },
    {
      what: "to a member in the same case",
      speaker: otherMember,
      changed: { records: revised },
      actions: ["take-back 3", "reject 2", "propose", "terminate"],
    },
    {
      what: "where a date beyond the maximum waits",
      speaker: member,
      changed: { records: [proposed(1, reporter, day(90))] },
      actions: ["reject 1", "propose", "terminate"],
    },
    {
      what: "once nothing is secret any more",
      speaker: member,
      changed: { records: revised, caseState: new Set(["attacks-seen"] as const) },
      actions: ["take-back 3", "reject 2", "terminate"],
    },
    {
      what: "once the maximum has passed without a date",
      speaker: member,
      changed: { now: new Date(day(14).getTime() + hourMs) },
      actions: ["terminate"],
    },
    { what: "after the end", speaker: member, changed: { records: revised, now: day(9) }, actions: [] },
  ])("$what: $actions", ({ speaker, changed, actions }) => {
    expect(offered(speaker, changed)).toEqual(actions);
  });
});
