"use client";

import { ClauseLink } from "#components/policy/clause-link.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { useMinuteClock } from "#components/ui/minute-clock.ts";
import { Panel } from "#components/ui/panel.tsx";
import { isClauseId } from "#lib/policy/clause.ts";
import type { ReceiptResponse } from "#lib/schema/thread-response.ts";
import { owedToReporter } from "./owed-words.ts";

/** What is expected of the reporter and of the list, by when, and by which clause. */
export function OwedPanel({ report: { obligations, now: serverNow } }: { readonly report: ReceiptResponse }) {
  const now = useMinuteClock(serverNow);
  return (
    <Panel title="What is owed">
      {obligations.length === 0 ? <p className="text-muted">Nothing, by anybody.</p> : null}
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {obligations.map((obligation) => {
          const { what, late } = owedToReporter(obligation, now);
          return (
            <li key={obligation.what} className="py-3">
              <p>
                {what} {isClauseId(obligation.clause) ? <ClauseLink id={obligation.clause} /> : null}
              </p>
              <p className="text-sm text-muted">
                <Countdown to={obligation.dueAt} now={serverNow} />: <Instant at={obligation.dueAt} />
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
    </Panel>
  );
}
