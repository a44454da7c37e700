"use client";

import type { ReportPage } from "#lib/schema/report-page.ts";
import type { ShownObligation } from "#lib/schema/obligation.ts";
import { obligationText } from "#components/obligation/obligation-heading.tsx";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { isOverdue } from "#components/reports/owed-words.ts";
import { authorText } from "#components/embargo/issue-words.ts";
import { JumpLink } from "#components/step/jump-link.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";
import { StepOpener } from "#components/step/step-opener.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { useMinuteClock } from "#components/ui/minute-clock.ts";
import { RecordLeakForm } from "./record-leak-form.tsx";

export interface LeakPanelProps {
  readonly leaks: ReportPage["leaks"];
  readonly obligations: readonly ShownObligation[];
  readonly desk: StepDesk;
}

/** What got out (M4), and how far it is told, looked into and reported. */
export function LeakPanel({ leaks, obligations, desk }: LeakPanelProps) {
  const openCount = obligations.filter(({ clause, closing }) => clause === "M4" && closing === null).length;
  return (
    <Fold
      id="leaks"
      title="Leaks"
      note={leaks.length === 0 ? "None" : `${String(leaks.length)} recorded, ${String(openCount)} open of what follows`}
      isOpen={openCount > 0}
    >
      <div className="space-y-4">
        {leaks.length === 0 ? (
          <p className="text-muted">None is recorded.</p>
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {leaks.map((leak) => (
              <LeakRow
                key={leak.number}
                leak={leak}
                obligations={obligations.filter((each) => isOfLeak(each, leak.number))}
                desk={desk}
              />
            ))}
          </ul>
        )}
        <StepOpener id="record-leak" label="Record a leak" size="small">
          {(close) => <RecordLeakForm desk={desk} onClose={close} />}
        </StepOpener>
      </div>
    </Fold>
  );
}

function isOfLeak({ clause, part }: ShownObligation, number: number): boolean {
  return clause === "M4" && part === String(number);
}

interface LeakRowProps {
  readonly leak: ReportPage["leaks"][number];
  readonly obligations: readonly ShownObligation[];
  readonly desk: StepDesk;
}

function LeakRow({ leak: { number, noticedAt, recordedAt, by }, obligations, desk }: LeakRowProps) {
  return (
    <li className="space-y-1.5 py-3">
      <p>
        <span className="font-medium">Leak {number}</span>, noticed <Instant at={noticedAt} />
      </p>
      <p className="text-sm text-muted">
        Recorded by {authorText(by, desk.viewer)}, <Instant at={recordedAt} />
      </p>
      <p className="text-sm">
        What follows from it (<PolicyLink id="M4" />
        ):
      </p>
      <ul className="space-y-1 text-sm">
        {obligations.map((each) => (
          <LeakObligation key={each.id} obligation={each} desk={desk} />
        ))}
      </ul>
    </li>
  );
}

interface LeakObligationProps {
  readonly obligation: ShownObligation;
  readonly desk: StepDesk;
}

function LeakObligation({ obligation, desk }: LeakObligationProps) {
  const { id, dueAt, closing } = obligation;
  const isLate = isOverdue(obligation, useMinuteClock(desk.now));
  const what = obligationText(obligation, desk.viewer);
  if (closing !== null) {
    return (
      <li className="flex items-start gap-1.5">
        <Icon name="check" className="mt-0.5 size-4 text-success" />
        <span>
          {what}: closed <Instant at={closing.at} />
        </span>
      </li>
    );
  }
  return (
    <li className="flex items-start gap-1.5">
      <Icon name="clock" className={`mt-0.5 size-4 ${isLate ? "text-refusal" : "text-muted"}`} />
      <span>
        <JumpLink to={`obligation-${id}`}>{what}</JumpLink>: {isLate ? "late, was due" : "due"} <Instant at={dueAt} />
      </span>
    </li>
  );
}
