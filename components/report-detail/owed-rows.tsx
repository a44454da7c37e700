"use client";

import { AllOwedLink, shownFirst } from "#components/obligation/all-owed-link.tsx";
import { isOverdue, owedWords } from "#components/reports/owed-words.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { useMinuteClock } from "#components/ui/minute-clock.ts";
import { isClauseId } from "#lib/policy/clause.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";

/** What is owed next for a report; what is overdue says so by a word and an icon. The rest is among the obligations. */
export function OwedRows({ obligations: all, now: serverNow }: Pick<ReportPage, "obligations" | "now">) {
  const open = all.filter(({ closing }) => closing === null);
  const obligations = open.slice(0, shownFirst);
  const now = useMinuteClock(serverNow);
  if (obligations.length === 0) return <p className="text-muted">Nothing.</p>;
  return (
    <>
      <ul className="space-y-2.5">
        {obligations.map((owed) => {
          const { what, by } = owedWords(owed);
          return (
            <li key={owed.id}>
              <p>
                <span className="font-medium">{what}</span>, by {by}{" "}
                {isClauseId(owed.clause) ? <PolicyLink id={owed.clause} /> : null}
              </p>
              <p className="text-sm text-muted">
                {isOverdue(owed, now) ? (
                  <span className="inline-flex items-center gap-1 font-medium text-refusal">
                    <Icon name="clock" className="size-4" />
                    Overdue,
                  </span>
                ) : null}{" "}
                <Countdown to={owed.dueAt} now={serverNow} />
                <span className="block">
                  <Instant at={owed.dueAt} stacked />
                </span>
              </p>
            </li>
          );
        })}
      </ul>
      <AllOwedLink count={open.length} />
    </>
  );
}
