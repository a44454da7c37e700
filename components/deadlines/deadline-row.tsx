"use client";

import Link from "next/link";
import { ClauseLink } from "#components/policy/clause-link.tsx";
import { isOverdue, owedWords } from "#components/reports/owed-words.ts";
import { Countdown } from "#components/ui/countdown.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { useMinuteClock } from "#components/ui/minute-clock.ts";
import { isClauseId } from "#lib/policy/clause.ts";
import type { ShownDeadline } from "#lib/schema/deadlines-response.ts";
import { DeadlineAction } from "./deadline-action.tsx";
import { withWhom, type DutyHolders } from "./with-whom.ts";

export interface DeadlineRowProps {
  readonly deadline: ShownDeadline;
  readonly dutyHolders: DutyHolders;
  readonly now: Date;
  readonly onDone: (text: string) => void;
}

/** One thing that is owed: for which report, what, by whom and with whom now, when, and what to do about it. */
export function DeadlineRow({ deadline, dutyHolders, now: serverNow, onDone }: DeadlineRowProps) {
  const { handle, listName, issueNumber, reportId, clause, dueAt, duty } = deadline;
  const now = useMinuteClock(serverNow);
  const { owner, now: holder } = withWhom(deadline, dutyHolders);
  return (
    <li className="grid gap-x-6 gap-y-2 py-4 md:grid-cols-[minmax(0,2fr)_minmax(0,1.5fr)_minmax(0,1.7fr)_13rem]">
      <div>
        <p className="font-medium">
          {owedWords(deadline).what} {isClauseId(clause) ? <ClauseLink id={clause} /> : null}
        </p>
        <p className="text-sm text-muted">
          {reportId === null ? (
            <span className="font-mono">{handle}</span>
          ) : (
            <Link href={`/reports/${reportId}`} className="link font-mono">
              {handle}
            </Link>
          )}
          {issueNumber === null || issueNumber === 1 ? null : `, issue ${String(issueNumber)}`}, {listName}
        </p>
      </div>
      <div className="text-sm">
        <p>
          Owed by {owner}
          {holder === owner ? "" : `, now with ${holder}`}
        </p>
        <p className="text-muted">Duty {isClauseId(duty) ? <ClauseLink id={duty} /> : duty}</p>
      </div>
      <div className="text-sm">
        <p className={isOverdue(deadline, now) ? "font-medium text-refusal" : "font-medium"}>
          {isOverdue(deadline, now) ? (
            <>
              <Icon name="clock" className="mr-1 size-4 align-[-0.2em]" />
              Late:{" "}
            </>
          ) : null}
          <Countdown to={dueAt} now={serverNow} />
        </p>
        <div className="text-muted">
          <Instant at={dueAt} stacked />
        </div>
      </div>
      <div className="md:text-right">
        <DeadlineAction deadline={deadline} onDone={onDone} />
      </div>
    </li>
  );
}
