"use client";

import { useState } from "react";
import type { RosterCheck } from "#components/list/use-trusted-roster.ts";
import { isUnfamiliar, UnfamiliarCoordinator } from "#components/list/unfamiliar-coordinator.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { AnswerComposer, type AnswerComposerProps } from "./answer-composer.tsx";

export interface AnswerPanelProps extends Omit<AnswerComposerProps, "trusted"> {
  readonly roster: RosterCheck;
}

/** Where the reporter answers, once the roster is known to be what a coordinator signed. */
export function AnswerPanel({ roster, ...rest }: AnswerPanelProps) {
  const [isAccepted, setAccepted] = useState(false);
  const { state } = roster;
  return (
    <Panel title="Write to the list">
      {state.step === "checking" ? (
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner /> Checking the signed roster …
        </p>
      ) : state.step === "refused" ? (
        <Notice
          tone="refusal"
          title={state.problem.wrong}
          actions={<Button onClick={() => void roster.check()}>Check again</Button>}
        >
          <p>{state.problem.mend}</p>
        </Notice>
      ) : (
        <div className="space-y-5">
          <UnfamiliarCoordinator trusted={state.trusted} isAccepted={isAccepted} onAccept={setAccepted} />
          {isUnfamiliar(state.trusted) && !isAccepted ? null : <AnswerComposer {...rest} trusted={state.trusted} />}
        </div>
      )}
    </Panel>
  );
}
