"use client";

import { useState } from "react";
import type { ShownObligation } from "#lib/schema/obligation.ts";
import type { DutyHolders } from "#components/deadlines/with-whom.ts";
import { isOverdue } from "#components/reports/owed-words.ts";
import { JumpLink } from "#components/step/jump-link.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";
import { StepOpener } from "#components/step/step-opener.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { useMinuteClock } from "#components/ui/minute-clock.ts";
import { CloseObligationForm } from "./close-obligation-form.tsx";
import { holderText, ownerText } from "./holder-text.ts";
import { ObligationHeading, obligationText } from "./obligation-heading.tsx";
import { waysToClose } from "./ways-to-close.ts";

export interface OpenRowProps {
  readonly obligation: ShownObligation;
  /** Null where the page may not know. */
  readonly dutyHolders: DutyHolders | null;
  readonly hasSeveralIssues: boolean;
  readonly desk: StepDesk;
  /** With what was closed, to be read out. */
  readonly onClosed: (outcome: string) => void;
}

/** Something that is owed: by whom, with whom it is now, until when, and what can be done about it. */
export function OpenRow({ obligation, dutyHolders, hasSeveralIssues, desk, onClosed }: OpenRowProps) {
  const { id, dueAt } = obligation;
  const holder = holderText(obligation, dutyHolders);
  const { viewer } = desk;
  const isLate = isOverdue(obligation, useMinuteClock(desk.now));
  return (
    <li id={`obligation-${id}`} tabIndex={-1} className="scroll-mt-4 space-y-1.5 py-4 outline-none">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <ObligationHeading obligation={obligation} hasSeveralIssues={hasSeveralIssues} viewer={viewer} />
        {isLate ? (
          <Badge tone="refusal" icon="clock">
            Late
          </Badge>
        ) : null}
      </div>
      <p className="text-sm">
        Owed by {ownerText(obligation, viewer)}
        {holder === null ? "" : `; now with ${holder}`}
      </p>
      <p className="text-sm text-muted">
        Due <Countdown to={dueAt} now={desk.now} />: <Instant at={dueAt} />
      </p>
      <Ways obligation={obligation} desk={desk} onClosed={onClosed} />
    </li>
  );
}

function Ways({ obligation, desk, onClosed }: Pick<OpenRowProps, "obligation" | "desk" | "onClosed">) {
  const [isDone, setDone] = useState(false);
  const ways = waysToClose(obligation, desk.viewer);
  const what = obligationText(obligation, desk.viewer);
  if (isDone || ways.length === 0) return null;
  return (
    <div className="space-y-2 pt-1">
      {ways.map((way) =>
        way.kind === "elsewhere" ? (
          <p key={way.label} className="text-sm">
            <JumpLink to={way.placeId}>{way.label}</JumpLink>
          </p>
        ) : (
          <StepOpener
            key={way.label}
            id={`close-${obligation.id}`}
            label={way.label}
            what={what}
            icon="check"
            size="small"
          >
            {(close) => (
              <CloseObligationForm
                obligation={obligation}
                road={desk.road}
                onCancel={() => {
                  close(null);
                }}
                onClosed={() => {
                  setDone(true);
                  onClosed(obligation.kind === "REPORT_PROGRESS" ? "Recorded: it goes on." : `Closed: ${what}.`);
                }}
              />
            )}
          </StepOpener>
        ),
      )}
    </div>
  );
}
