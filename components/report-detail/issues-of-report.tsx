"use client";

import { IssuesSection } from "#components/embargo/issues-section.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";
import type { RosterState } from "#components/list/use-trusted-roster.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { IssueTools } from "./issue-tools.tsx";
import { issueTitles, type IssueCard } from "#components/thread/use-issue-cards.ts";

export interface IssuesOfReportProps {
  readonly page: ReportPage;
  readonly cards: ReadonlyMap<number, IssueCard>;
  readonly roster: RosterState;
  readonly desk: StepDesk;
}

/** The issues of a report and their embargoes, for a member. */
export function IssuesOfReport({ page, cards, roster, desk }: IssuesOfReportProps) {
  const { report, issues, reporterCertificates } = page;
  const nextNumber = Math.max(0, ...issues.map(({ number }) => number)) + 1;

  return (
    <IssuesSection
      issues={issues}
      titles={issueTitles(cards)}
      receivedAt={report.receivedAt}
      desk={desk}
      toolsOf={(issue) => {
        const card = cards.get(issue.number);
        return (
          <IssueTools
            report={report}
            reporterCertificates={reporterCertificates}
            trusted={
              roster.step === "trusted" && roster.trusted.roster.list === report.listName ? roster.trusted : null
            }
            issue={issue}
            nextNumber={nextNumber}
            hasCard={card !== undefined}
            software={card?.card.state === "opened" ? card.card.card.software : ""}
            road={desk.road}
          />
        );
      }}
    />
  );
}
