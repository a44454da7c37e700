import { addDays } from "#lib/base/instant.ts";
import type { MemberId } from "#lib/base/id.ts";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";
import type { EmbargoRecord, Speaker, StandingPolicy } from "./embargo-record.ts";
import type { Negotiation } from "./negotiation.ts";

/** For tests: when the reports arrive, a Monday morning in UTC and not on a whole minute. */
export const mondayAt = new Date("2026-11-02T09:12:31Z");

export const reporter: Speaker = { party: "reporter", memberId: null };
export const member: Speaker = { party: "list", memberId: "member-of-a" as MemberId };
export const otherMember: Speaker = { party: "list", memberId: "member-of-b" as MemberId };

export function proposed(proposal: number, by: Speaker, disclosureAt: Date, at: Date = mondayAt): EmbargoRecord {
  return { step: "propose", at, by, proposal, disclosureAt, reason: "other", answerUntil: null };
}

export function accepted(proposal: number, by: Speaker | StandingPolicy, at: Date = mondayAt): EmbargoRecord {
  return { step: "accept", at, by, proposal };
}

export function rejected(proposal: number, by: Speaker, at: Date = mondayAt): EmbargoRecord {
  return { step: "reject", at, by, proposal };
}

export function terminated(
  cause: Extract<EmbargoRecord, { step: "terminate" }>["cause"],
  at: Date,
  by: Speaker | StandingPolicy = member,
): EmbargoRecord {
  return { step: "terminate", at, by, cause, evidence: null };
}

/** A report within the policy: its reporter's date, accepted at once by the list's standing policy (R11). */
export function agreedFor(days: number): readonly EmbargoRecord[] {
  return [proposed(1, reporter, addDays(mondayAt, days)), accepted(1, "policy")];
}

/** Under the 2017 policy, an hour into a report that came on Monday, with what a test is about put over it. */
export function negotiation(changed: Partial<Negotiation> = {}): Negotiation {
  return {
    records: [],
    caseState: new Set(),
    clockStartsAt: mondayAt,
    receivedAt: mondayAt,
    policy: distros2017,
    isExtensionAgreed: false,
    now: new Date(mondayAt.getTime() + 3_600_000),
    ...changed,
  };
}
