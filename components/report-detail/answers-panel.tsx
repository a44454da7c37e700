"use client";

import type { ReportPage } from "#lib/schema/report-page.ts";
import { clearRows } from "#components/report/clear-rows.ts";
import { Fold } from "#components/ui/fold.tsx";
import { Instant } from "#components/ui/instant.tsx";

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
    <Fold id="answers" title="Answers in clear" note={`${String(rows.length)} answers`}>
      <dl className="grid gap-x-8 gap-y-2 text-sm sm:grid-cols-2">
        {rows.map(({ term, details }) => (
          <div key={term}>
            <dt className="text-muted">{term}</dt>
            <dd className="wrap-anywhere">{details instanceof Date ? <Instant at={details} /> : details}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}
