import type { ShownIssue } from "#lib/schema/issue-response.ts";

/** The issues that stand for themselves: what was merged is part of another. */
export function ownIssues(issues: readonly ShownIssue[]): readonly ShownIssue[] {
  return issues.filter(({ mergedAt }) => mergedAt === null);
}
