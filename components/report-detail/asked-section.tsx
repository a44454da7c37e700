"use client";

import type { ReportPage } from "#lib/schema/report-page.ts";
import { isClauseId } from "#lib/policy/clause.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { JumpLink } from "#components/step/jump-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { useMinuteClock } from "#components/ui/minute-clock.ts";
import { askedOf, isAskedLate, type Asked } from "./asked.ts";

/** What a report waits for, of the viewer and of their list, before all else; and what the reporter is late with. */
export function AskedSection({ page }: { readonly page: ReportPage }) {
  const now = useMinuteClock(page.now);
  const { you, list, reporter } = askedOf(page, now);
  const groups = [
    { of: "Of you", entries: you },
    { of: "Of the list", entries: list },
    { of: "Of the reporter", entries: reporter },
  ].filter(({ entries }) => entries.length > 0);

  return (
    <section
      id="asked"
      tabIndex={-1}
      aria-labelledby="asked-heading"
      className="scroll-mt-4 rounded-lg border border-accent/40 bg-accent-soft p-5 outline-none sm:p-6"
    >
      <h2 id="asked-heading" className="text-lg">
        What is asked now
      </h2>
      {groups.length === 0 ? (
        <p className="mt-1 flex items-center gap-1.5">
          <Icon name="check" className="size-5 text-success" />
          Nothing, of you or of the list.
        </p>
      ) : (
        <div className="mt-3 grid gap-x-8 gap-y-4 sm:auto-cols-fr sm:grid-flow-col">
          {groups.map(({ of, entries }) => (
            <div key={of} className="min-w-0">
              <h3 className="text-sm font-medium text-muted">{of}</h3>
              <ul className="mt-1 space-y-1.5">
                {entries.map((asked) => (
                  <AskedEntry key={asked.key} asked={asked} isLate={isAskedLate(asked, now)} serverNow={page.now} />
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

interface AskedEntryProps {
  readonly asked: Asked;
  readonly isLate: boolean;
  readonly serverNow: Date;
}

function AskedEntry({ asked: { text, placeId, dueAt, clause }, isLate, serverNow }: AskedEntryProps) {
  return (
    <li>
      <JumpLink to={placeId}>{text}</JumpLink>{" "}
      {clause !== null && isClauseId(clause) ? <PolicyLink id={clause} /> : null}
      {dueAt === null ? null : (
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {isLate ? (
            <Badge tone="refusal" icon="clock">
              Late
            </Badge>
          ) : null}
          <span>
            {isLate ? null : "due "}
            <Countdown to={dueAt} now={serverNow} />
          </span>
        </p>
      )}
    </li>
  );
}
