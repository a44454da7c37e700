"use client";

import { useMemo } from "react";
import { useRouter } from "next/navigation";
import { IssuesSection } from "#components/embargo/issues-section.tsx";
import { takeMemberStep, type StepRoad } from "#components/embargo/step-road.ts";
import type { RosterState } from "#components/list/use-trusted-roster.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { IssueTools } from "./issue-tools.tsx";
import { issueTitles, type IssueCard } from "#components/thread/use-issue-cards.ts";

export interface IssuesOfReportProps {
  readonly page: ReportPage;
  readonly cards: ReadonlyMap<number, IssueCard>;
  readonly roster: RosterState;
}

/** The issues of a report and their embargoes, for a member. */
export function IssuesOfReport({ page, cards, roster }: IssuesOfReportProps) {
  const { report, issues, reporterCertificates, now } = page;
  const router = useRouter();
  const { id } = report;
  const road = useMemo<StepRoad>(
    () => ({
      take: (step) => takeMemberStep(id, step),
      refresh: () => {
        router.refresh();
      },
    }),
    [id, router],
  );
  const nextNumber = Math.max(0, ...issues.map(({ number }) => number)) + 1;

  return (
    <IssuesSection
      issues={issues}
      titles={issueTitles(cards)}
      viewer="member"
      receivedAt={report.receivedAt}
      now={now}
      road={road}
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
            road={road}
          />
        );
      }}
    />
  );
}
