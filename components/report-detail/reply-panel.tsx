"use client";

import { useState } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { isUnfamiliar, UnfamiliarCoordinator } from "#components/list/unfamiliar-coordinator.tsx";
import type { RosterCheck } from "#components/list/use-trusted-roster.ts";
import type { PreparedMessage } from "#components/thread/prepared-message.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { ReplyComposer } from "./reply-composer.tsx";

export interface ReplyPanelProps {
  readonly report: ReportPage["report"];
  readonly reporterCertificates: ReportPage["reporterCertificates"];
  readonly roster: RosterCheck;
  /** What the report is called inside its envelope; null while it is sealed. */
  readonly title: string | null;
  readonly prepared: PreparedMessage | null;
  readonly onSent: () => void;
}

/** A reply to the reporter and the list at once, or to the list alone (M6, M7). */
export function ReplyPanel({ report, reporterCertificates, roster, title, prepared, onSent }: ReplyPanelProps) {
  const [isAccepted, setAccepted] = useState(false);
  const { state } = roster;

  if (state.step === "checking") {
    return (
      <Panel id="reply-panel" title="Reply">
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner /> Checking the signed roster …
        </p>
      </Panel>
    );
  }
  if (state.step === "refused") {
    return (
      <Panel id="reply-panel" title="Reply">
        <Notice
          tone="refusal"
          title={state.problem.wrong}
          actions={<Button onClick={() => void roster.check()}>Check again</Button>}
        >
          <p>{state.problem.mend}</p>
        </Notice>
      </Panel>
    );
  }
  const { trusted } = state;
  return (
    <Panel id="reply-panel" title="Reply">
      <UnfamiliarCoordinator trusted={trusted} isAccepted={isAccepted} onAccept={setAccepted} />
      {isUnfamiliar(trusted) && !isAccepted ? null : (
        <ReplyComposer
          report={report}
          reporterCertificates={reporterCertificates}
          trusted={trusted}
          title={title}
          prepared={prepared}
          onSent={onSent}
        />
      )}
    </Panel>
  );
}
