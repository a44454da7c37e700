"use client";

import { PolicyLink } from "#components/report/policy-link.tsx";
import { isOverdue } from "#components/reports/owed-words.ts";
import { Countdown } from "#components/ui/countdown.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { useMinuteClock } from "#components/ui/minute-clock.ts";
import type { MissingPosting } from "./missing-postings.ts";

export interface MissingListProps {
  readonly missing: readonly MissingPosting[];
  readonly now: Date;
}

/** What is not in public yet, each with its clauses and until when. */
export function MissingList({ missing, now }: MissingListProps) {
  if (missing.length === 0) return null;
  return (
    <section>
      <h3 className="mb-2 font-medium">What is missing</h3>
      <ul className="space-y-2">
        {missing.map((each) => (
          <Missing key={each.what} missing={each} now={now} />
        ))}
      </ul>
    </section>
  );
}

interface MissingProps {
  readonly missing: MissingPosting;
  readonly now: Date;
}

function Missing({ missing: { what, clauses, dueAt }, now: serverNow }: MissingProps) {
  const now = useMinuteClock(serverNow);
  const isLate = dueAt === null || isOverdue({ dueAt }, now);
  return (
    <li className="flex items-start gap-2">
      <Icon name={isLate ? "refusal" : "clock"} className={`mt-0.5 size-5 ${isLate ? "text-refusal" : "text-muted"}`} />
      <div className="min-w-0">
        <p>
          {what}
          {clauses.map((clause) => (
            <span key={clause}>
              {" "}
              <PolicyLink id={clause} />
            </span>
          ))}
        </p>
        {dueAt === null ? null : (
          <p className="text-sm text-muted">
            {isLate ? <span className="font-medium text-refusal">Overdue,</span> : "Due"}{" "}
            <Countdown to={dueAt} now={serverNow} />: <Instant at={dueAt} />
          </p>
        )}
      </div>
    </li>
  );
}
