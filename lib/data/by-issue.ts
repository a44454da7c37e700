import type { IssueId } from "#lib/base/id.ts";

/** Rows of several issues, by issue, each in the order in which it came. */
export function byIssue<Row extends { readonly issueId: string }, Value>(
  rows: readonly Row[],
  toValue: (row: Row) => Value,
): ReadonlyMap<IssueId, readonly Value[]> {
  const grouped = Map.groupBy(rows, ({ issueId }) => issueId as IssueId);
  return new Map([...grouped].map(([issueId, each]) => [issueId, each.map(toValue)]));
}
