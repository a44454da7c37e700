import { addDays } from "#lib/base/instant.ts";
import type { ShownAuthor, ShownIssue } from "#lib/schema/issue-response.ts";

/** For tests: when the report came, a Monday. */
export const mondayAt = new Date("2026-11-02T09:00:00Z");

export const reporter: ShownAuthor = { party: "reporter", name: null };
export const dora: ShownAuthor = { party: "list", name: "Dora Demo (Dora Linux)" };
export const standingRule: ShownAuthor = { party: "policy", name: null };

/** An issue that is agreed for five days, with what a test is about put over its embargo and over it. */
export function shownIssue(
  embargo: Partial<ShownIssue["embargo"]> = {},
  changed: Partial<Omit<ShownIssue, "embargo">> = {},
): ShownIssue {
  const agreement = { proposal: 1, at: mondayAt, proposedBy: reporter, acceptedBy: standingRule };
  return {
    number: 1,
    revision: 0,
    createdAt: mondayAt,
    policy: {
      version: "distros-2017-08-02",
      name: "distros",
      maximum: "14 days",
      knowsExtension: false,
      venue: { name: "oss-security", href: "https://www.openwall.com/lists/oss-security/" },
      maximumExploitDelayDays: 7,
    },
    embargo: {
      state: "active",
      disclosureAt: addDays(mondayAt, 5),
      agreement,
      openProposals: [],
      end: null,
      ...embargo,
    },
    clockStartsAt: mondayAt,
    latestAt: addDays(mondayAt, 14),
    preferredUntil: addDays(mondayAt, 7),
    history: [],
    actions: [],
    facts: [],
    possibleFacts: [],
    isExtensionAgreed: false,
    withdrawnAt: null,
    splitFromNumber: null,
    mergedIntoNumber: null,
    mergedAt: null,
    exploit: null,
    cve: { state: "unknown", id: null },
    postings: [],
    ...changed,
  };
}

/** A date that somebody has named and nobody has answered. */
export function openProposal(
  days: number,
  changed: Partial<ShownIssue["embargo"]["openProposals"][number]> = {},
): ShownIssue["embargo"]["openProposals"][number] {
  return {
    proposal: 2,
    at: mondayAt,
    by: dora,
    disclosureAt: addDays(mondayAt, days),
    reason: "other",
    answerUntil: null,
    ...changed,
  };
}

/** As an issue is that has no agreed date. */
export const unagreed = { state: "none", disclosureAt: null, agreement: null } as const;
