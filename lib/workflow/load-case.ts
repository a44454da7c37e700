import type { Actor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { findCase, type KeptCase, type KeptIssue } from "#lib/data/cases.ts";
import type { CaseState } from "#lib/embargo/case-state.ts";
import { embargoOf, type Embargo } from "#lib/embargo/embargo.ts";
import type { Negotiation } from "#lib/embargo/negotiation.ts";
import type { IssueFacts, ReportFacts } from "#lib/embargo/report-facts.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { policyOf } from "#lib/policy/policy-of.ts";

/** One issue with all that has happened to it, and the policy that it is under. */
export interface IssueCase extends KeptIssue {
  readonly policy: Policy;
  readonly caseState: CaseState;
}

/** A report with all that has happened to it: what every decision about it is made on. */
export interface ReportCase extends KeptCase {
  readonly issues: readonly IssueCase[];
}

/** @problem NOT_FOUND when there is no such report or `actor` may not see it. */
export async function loadCase(actor: Actor, reportId: ReportId): Promise<Result<ReportCase, Problem<"NOT_FOUND">>> {
  const kept = await findCase(actor, reportId);
  return kept.ok ? ok(caseOf(kept.value)) : kept;
}

/** What is kept of a report, with the policies of its issues. */
export function caseOf(kept: KeptCase): ReportCase {
  return {
    ...kept,
    issues: kept.issues.map((each) => ({
      ...each,
      policy: policyOf(each.issue.policyVersion),
      caseState: new Set(each.caseRecords.map(({ fact }) => fact)),
    })),
  };
}

/**
 * The issue that a step speaks of, if it is still as the one who takes the step has seen it.
 *
 * @problem NOT_FOUND when the report has no such issue.
 * @problem ISSUE_CHANGED when somebody was faster.
 * @problem ISSUE_MERGED when it is part of another one, which stands for it now.
 */
export function issueOf(
  { issues }: ReportCase,
  wanted: { readonly issue: number; readonly revision: number },
): Result<IssueCase, Problem<"NOT_FOUND" | "ISSUE_CHANGED" | "ISSUE_MERGED">> {
  const found = issues.find(({ issue }) => issue.number === wanted.issue);
  if (found === undefined) return refused({ code: "NOT_FOUND", facts: {} });
  if (found.issue.revision !== wanted.revision) return refused({ code: "ISSUE_CHANGED", facts: {} });
  return found.issue.mergedAt === null ? ok(found) : refused({ code: "ISSUE_MERGED", facts: {}, clause: "A6" });
}

/** What decides about an issue's date. */
export function negotiationOf(
  { report: { receivedAt } }: ReportCase,
  { issue, policy, records, caseRecords, caseState }: IssueCase,
  now: Date,
): Negotiation {
  const fixReadyAt = caseRecords.find(({ fact }) => fact === "fix-ready")?.occurredAt ?? null;
  const clockStartsAt = policy.clockStart === "first-private-post" ? receivedAt : fixReadyAt;
  return { records, caseState, clockStartsAt, receivedAt, policy, isExtensionAgreed: issue.isExtensionAgreed, now };
}

/** What an issue's embargo has come to. */
export function embargoOfIssue({ records }: IssueCase, now: Date): Embargo {
  return embargoOf(records, now);
}

/**
 * The facts from which `lib/embargo` derives what is owed.
 *
 * @param lastActivityAt - When somebody last did something about it; null for nothing since it came.
 */
export function factsOf({ report, issues, leaks, closings }: ReportCase, lastActivityAt: Date | null): ReportFacts {
  const { receivedAt, acknowledgedAt } = report;
  return {
    policy: policyOf(report.policyVersion),
    receivedAt,
    acknowledgedAt,
    lastActivityAt: lastActivityAt ?? receivedAt,
    issues: issues.map(issueFactsOf),
    leaks: leaks.map(({ number, noticedAt }) => ({ id: String(number), noticedAt })),
    closings: closings
      .filter(({ reopenedAt }) => reopenedAt === null)
      .map(({ key, at, evidence }) => ({ key, at, evidence })),
  };
}

function issueFactsOf({ issue, policy, records, caseRecords, postings }: IssueCase): IssueFacts {
  const { number, createdAt, withdrawnAt, mergedAt, exploitSharedAt, exploitSharedBy, exploitPublicationAt } = issue;
  return {
    number,
    policy,
    openedAt: createdAt,
    records,
    caseRecords,
    postings,
    exploit:
      exploitSharedAt === null || exploitSharedBy === null
        ? null
        : { sharedAt: exploitSharedAt, by: exploitSharedBy, publicationAt: exploitPublicationAt },
    withdrawnAt,
    mergedAt,
  };
}
