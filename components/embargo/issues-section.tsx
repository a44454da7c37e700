"use client";

import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { countText } from "#components/ui/count-text.ts";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { EmbargoPanel } from "./embargo-panel.tsx";
import { IssueRows } from "./issue-rows.tsx";
import { unmerged } from "./issue-standing.ts";
import { MergeDialog } from "./merge-dialog.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";
import { WithdrawIssue } from "./withdraw-issue.tsx";

export interface IssuesSectionProps {
  readonly issues: readonly ShownIssue[];
  /** What an issue is called inside its envelope; absent while that is sealed, or nobody has called it anything. */
  readonly titles: ReadonlyMap<number, string>;
  readonly receivedAt: Date;
  readonly desk: StepDesk;
  /** What a member can do about an issue beside its date: split another out of it, give it a title. */
  readonly toolsOf?: (issue: ShownIssue) => ReactNode;
}

/** The issues of a report, each with its own embargo. Of one issue alone nothing is said of numbers. */
export function IssuesSection(props: IssuesSectionProps) {
  const { issues, titles } = props;
  const standing = unmerged(issues);
  const merged = issues.filter(({ mergedAt }) => mergedAt !== null);
  const nameOf = (number: number) => issueName(number, titles);
  const [only] = standing;
  if (standing.length === 1 && only !== undefined)
    return (
      <Panel id="issues" title="Embargo">
        <Issue {...props} issue={only} others={[]} nameOf={nameOf} />
        <MergedIssues merged={merged} nameOf={nameOf} />
      </Panel>
    );
  return (
    <section id="issues" tabIndex={-1} aria-labelledby="issues-heading" className="scroll-mt-4 space-y-5 outline-none">
      <h2 id="issues-heading" className="text-xl">
        {countText(standing.length, "issue")}
      </h2>
      {standing.map((issue) => (
        <Panel key={issue.number} level={3} title={<IssueTitle number={issue.number} titles={titles} />}>
          <Issue
            {...props}
            issue={issue}
            others={standing.filter((other) => other !== issue && other.mergedAt === null)}
            nameOf={nameOf}
          />
        </Panel>
      ))}
      <MergedIssues merged={merged} nameOf={nameOf} />
    </section>
  );
}

function issueName(number: number, titles: IssuesSectionProps["titles"]): string {
  const title = titles.get(number);
  return title === undefined ? `issue ${String(number)}` : `issue ${String(number)}, ${title}`;
}

function IssueTitle({ number, titles }: { readonly number: number } & Pick<IssuesSectionProps, "titles">) {
  const title = titles.get(number);
  return (
    <>
      <span className="text-muted">Issue {number}: </span>
      {title === undefined ? (
        <span className="inline-flex items-center gap-1.5 text-muted">
          <Icon name="lock" /> sealed, or without a title
        </span>
      ) : (
        <span className="wrap-anywhere">{title}</span>
      )}
    </>
  );
}

interface IssueProps extends IssuesSectionProps {
  readonly issue: ShownIssue;
  readonly others: readonly ShownIssue[];
  readonly nameOf: (number: number) => string;
}

function Issue({ issue, others, nameOf, receivedAt, desk, toolsOf }: IssueProps) {
  const { viewer, road } = desk;
  return (
    <div id={`embargo-${String(issue.number)}`} tabIndex={-1} className="scroll-mt-4 space-y-5 outline-none">
      <EmbargoPanel issue={issue} receivedAt={receivedAt} desk={desk} />
      <IssueRows issue={issue} desk={desk} />
      <div className="flex flex-wrap gap-2">
        {toolsOf?.(issue)}
        {others.length === 0 || viewer === "reporter" ? null : (
          <MergeDialog issue={issue} others={others} nameOf={nameOf} road={road} />
        )}
        <WithdrawIssue issue={issue} road={road} />
      </div>
    </div>
  );
}

function MergedIssues({
  merged,
  nameOf,
}: {
  readonly merged: readonly ShownIssue[];
  readonly nameOf: (number: number) => string;
}) {
  if (merged.length === 0) return null;
  return (
    <ul className="mt-4 space-y-1 text-sm text-muted">
      {merged.map(({ number, mergedAt, mergedIntoNumber }) => (
        <li key={number} className="wrap-anywhere">
          {nameOf(number).replace(/^i/, "I")} was merged into issue {mergedIntoNumber}
          {mergedAt === null ? null : (
            <>
              {" "}
              on <Instant at={mergedAt} />
            </>
          )}
          .
        </li>
      ))}
    </ul>
  );
}
