"use client";

import type { ReportPage } from "#lib/schema/report-page.ts";
import { clearRows } from "#components/report/clear-rows.ts";
import { Instant } from "#components/ui/instant.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Panel } from "#components/ui/panel.tsx";

/** What the reporter answered in clear: all that the portal itself knows of the report's content. */
export function AnswersPanel({ report }: Pick<ReportPage, "report">) {
  const { answers, listTitle, listName, hasReplyAddress, door, policyVersion } = report;
  const rows = [
    ...clearRows(answers, `${listName}: ${listTitle}`),
    { term: "Mail address for notices", details: hasReplyAddress ? "Given; members do not see it" : "None" },
    { term: "Sealed with", details: door === "form" ? "This portal’s form" : "A program of the reporter’s own" },
    { term: "Policy", details: policyVersion },
  ];
  return (
    <Panel title="Answers in clear">
      <Disclosure summary={`${String(rows.length)} answers`}>
        <dl className="space-y-2 text-sm">
          {rows.map(({ term, details }) => (
            <div key={term}>
              <dt className="text-muted">{term}</dt>
              <dd className="wrap-anywhere">{details instanceof Date ? <Instant at={details} /> : details}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </Panel>
  );
}
