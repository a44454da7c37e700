import type { Actor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { listCaseRecords, type CaseRecord } from "#lib/data/case-records.ts";
import { listClosings, type Closing } from "#lib/data/closings.ts";
import { listEmbargoRecords } from "#lib/data/embargo-records.ts";
import { findLastActivity } from "#lib/data/events.ts";
import { listIssues, type IssueSummary } from "#lib/data/issues.ts";
import { listLeaks, type Leak } from "#lib/data/leaks.ts";
import { listPostings, type Posting } from "#lib/data/postings.ts";
import { findReport, type ReportSummary } from "#lib/data/reports.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import type { CaseState } from "#lib/embargo/case-state.ts";
import { embargoOf, type Embargo } from "#lib/embargo/embargo.ts";
import type { EmbargoRecord } from "#lib/embargo/embargo-record.ts";
import type { Negotiation } from "#lib/embargo/negotiation.ts";
import type { IssueFacts, ReportFacts } from "#lib/embargo/report-facts.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { policyOf } from "#lib/policy/policy-of.ts";

/** One issue with all that has happened to it. */
export interface IssueCase {
  readonly issue: IssueSummary;
  readonly policy: Policy;
  readonly records: readonly EmbargoRecord[];
  readonly caseRecords: readonly CaseRecord[];
  readonly caseState: CaseState;
  readonly postings: readonly Posting[];
}

/** A report with all that has happened to it: what every decision about it is made on. */
export interface ReportCase {
  readonly report: ReportSummary;
  readonly issues: readonly IssueCase[];
  readonly leaks: readonly Leak[];
  readonly closings: readonly Closing[];
  readonly lastActivityAt: Date;
}

/** @problem NOT_FOUND when there is no such report or `actor` may not see it. */
export async function loadCase(actor: Actor, reportId: ReportId): Promise<Result<ReportCase, Problem<"NOT_FOUND">>> {
  return inTransaction(actor, async () => {
    const report = await findReport(actor, reportId);
    if (!report.ok) return report;
    const issues = await listIssues(actor, reportId);
    const records = await listEmbargoRecords(actor, reportId);
    const caseRecords = await listCaseRecords(actor, reportId);
    const postings = await listPostings(actor, reportId);
    return ok({
      report: report.value,
      issues: issues.map((issue): IssueCase => {
        const facts = caseRecords.get(issue.id) ?? [];
        return {
          issue,
          policy: policyOf(issue.policyVersion),
          records: records.get(issue.id) ?? [],
          caseRecords: facts,
          caseState: new Set(facts.map(({ fact }) => fact)),
          postings: postings.get(issue.id) ?? [],
        };
      }),
      leaks: await listLeaks(actor, reportId),
      closings: await listClosings(actor, reportId),
      lastActivityAt: (await findLastActivity(actor, reportId)) ?? report.value.receivedAt,
    });
  });
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

/** The facts from which `lib/embargo` derives what is owed. */
export function factsOf({ report, issues, leaks, closings, lastActivityAt }: ReportCase): ReportFacts {
  const { receivedAt, acknowledgedAt } = report;
  return {
    policy: policyOf(report.policyVersion),
    receivedAt,
    acknowledgedAt,
    lastActivityAt,
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
