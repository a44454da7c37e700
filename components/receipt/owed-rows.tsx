"use client";

import { PolicyLink } from "#components/report/policy-link.tsx";
import { JumpLink } from "#components/step/jump-link.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { useMinuteClock } from "#components/ui/minute-clock.ts";
import { isClauseId } from "#lib/policy/clause.ts";
import type { ReceiptResponse } from "#lib/schema/thread-response.ts";
import { owedToReporter } from "./owed-words.ts";

/** How many obligations stand at the top of the page. */
const shownFirst = 2;

/** What is expected next of the reporter and of the list, by when, and by which clause. */
export function OwedRows({ report }: { readonly report: ReceiptResponse }) {
  const serverNow = report.now;
  const open = report.obligations.filter(({ closing }) => closing === null);
  const obligations = open.slice(0, shownFirst);
  const now = useMinuteClock(serverNow);
  if (obligations.length === 0) return <p className="text-muted">Nothing, by anybody.</p>;
  return (
    <>
      <ul className="space-y-3">
        {obligations.map((obligation) => {
          const { what, late } = owedToReporter(obligation, now);
          return (
            <li key={obligation.id}>
              <p>
                {what} {isClauseId(obligation.clause) ? <PolicyLink id={obligation.clause} /> : null}
              </p>
              <p className="text-sm text-muted">
                <Countdown to={obligation.dueAt} now={serverNow} />
                <span className="block">
                  <Instant at={obligation.dueAt} />
                </span>
              </p>
              {late === null ? null : (
                <p className="mt-1 flex items-start gap-1.5 text-sm font-medium text-advice">
                  <Icon name="clock" className="mt-0.5 size-4" />
                  {late}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <p className="mt-3 text-sm">
        <JumpLink to="obligations">
          {open.length > shownFirst ? `All ${String(open.length)} that are owed` : "Obligations"}
        </JumpLink>
      </p>
    </>
  );
}
