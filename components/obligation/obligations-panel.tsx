"use client";

import { useState } from "react";
import type { ShownObligation } from "#lib/schema/obligation.ts";
import { isOverdue } from "#components/reports/owed-words.ts";
import type { DutyHolders } from "#components/deadlines/with-whom.ts";
import type { StepDesk } from "#components/step/step-desk.ts";
import { StepOutcome } from "#components/step/step-outcome.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { useMinuteClock } from "#components/ui/minute-clock.ts";
import { ClosedRow } from "./closed-row.tsx";
import { OpenRow } from "./open-row.tsx";

export interface ObligationsPanelProps {
  readonly obligations: readonly ShownObligation[];
  readonly dutyHolders: DutyHolders | null;
  readonly hasSeveralIssues: boolean;
  readonly desk: StepDesk;
}

/** All that is owed for a report, the earliest first, and what was. */
export function ObligationsPanel({ obligations, dutyHolders, hasSeveralIssues, desk }: ObligationsPanelProps) {
  const [outcome, setOutcome] = useState("");
  const now = useMinuteClock(desk.now);
  const open = obligations.filter(({ closing }) => closing === null);
  const closed = obligations.filter(({ closing }) => closing !== null);
  const lateCount = open.filter((each) => isOverdue(each, now)).length;
  const lateText = lateCount === 0 ? "" : `, ${String(lateCount)} late`;
  const ownSide = desk.viewer === "reporter" ? "reporter" : "list";

  function announce(text: string) {
    setOutcome(text);
    document.getElementById("obligations")?.focus();
  }

  return (
    <Fold
      id="obligations"
      title="Obligations"
      note={open.length === 0 ? "Nothing is owed" : `${String(open.length)} open${lateText}`}
      isOpen={lateCount > 0 || open.some(({ owner }) => owner === ownSide)}
    >
      <StepOutcome text={outcome} />
      {open.length === 0 ? (
        <p className="text-muted">Nothing is owed, by anybody.</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {open.map((each) => (
            <OpenRow
              // What goes on (A9) is owed anew from another instant: its form begins anew, too.
              key={`${each.id} ${each.openedAt.toISOString()}`}
              obligation={each}
              dutyHolders={dutyHolders}
              hasSeveralIssues={hasSeveralIssues}
              desk={desk}
              onClosed={announce}
            />
          ))}
        </ul>
      )}
      {closed.length === 0 ? null : (
        <div className="mt-4">
          <Disclosure summary={`${String(closed.length)} closed`}>
            <ul className="divide-y divide-line">
              {closed.map((each) => (
                <ClosedRow
                  key={each.id}
                  obligation={each}
                  hasSeveralIssues={hasSeveralIssues}
                  desk={desk}
                  onReopened={announce}
                />
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </Fold>
  );
}
