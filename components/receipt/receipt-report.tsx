"use client";

import { useEffect, useMemo, useRef } from "react";
import { tabVault } from "#lib/pgp/client.ts";
import { IssuesSection } from "#components/embargo/issues-section.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";
import { useTrustedRoster } from "#components/list/use-trusted-roster.ts";
import type { Opening } from "#components/thread/open-envelope.ts";
import { isInThread } from "#components/thread/envelope-words.ts";
import { issueTitles, useIssueCards } from "#components/thread/use-issue-cards.ts";
import { useOpenedThread } from "#components/thread/use-opened-thread.ts";
import { useThreadSigners } from "#components/thread/use-thread-signers.ts";
import { MovedForReporter } from "#components/triage/moved-for-reporter.tsx";
import { PublicationWish } from "#components/triage/publication-wish.tsx";
import { Button } from "#components/ui/button.tsx";
import { CasePanels } from "#components/case/case-panels.tsx";
import { ObligationsPanel } from "#components/obligation/obligations-panel.tsx";
import { PublicationPanels } from "#components/posting/publication-panels.tsx";
import { AnswerPanel } from "./answer-panel.tsx";
import { ContactPanel } from "./contact-panel.tsx";
import { NoticesPanel } from "./notices-panel.tsx";
import { partsOf, takeReporterStep, type OpenReceipt } from "./receipt-road.ts";
import { ReceiptThread } from "./receipt-thread.tsx";
import { StateStrip } from "./state-strip.tsx";
import { WithoutKeyNotice } from "./without-key-notice.tsx";

export interface ReceiptReportProps {
  readonly opened: OpenReceipt;
  /** Something was sent or set: the report should be fetched again. */
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** A report as its reporter sees it: where it stands, what is owed, the thread, and ways to answer. */
export function ReceiptReport({ opened, onChanged, onClose }: ReceiptReportProps) {
  const { receipt, report } = opened;
  const heading = useRef<HTMLHeadingElement>(null);
  const roster = useTrustedRoster(report.listName);
  const signers = useThreadSigners(report, roster.state);

  const { now } = report;
  const opening = useMemo<Opening | null>(
    () => (signers === null ? null : { vault: tabVault(), fetchPart: partsOf(receipt), signers, at: now }),
    [signers, receipt, now],
  );
  const envelopes = useMemo(
    () => report.envelopes.filter(isInThread).toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime()),
    [report.envelopes],
  );
  const contents = useOpenedThread(envelopes, opening, receipt.lookupId);
  const cards = useIssueCards(report.envelopes, opening, receipt.lookupId);
  const [first] = envelopes;
  const firstContents = first === undefined ? undefined : contents.get(first.id);
  const subject = firstContents?.state === "opened" ? firstContents.entity.subject : null;

  const desk: StepDesk = {
    viewer: "reporter",
    road: { take: (step) => takeReporterStep(receipt, step), refresh: onChanged },
    now,
  };

  useEffect(() => {
    heading.current?.focus();
  }, []);

  return (
    <div className="space-y-8">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div>
          <h1 ref={heading} tabIndex={-1} className="text-3xl outline-none sm:text-4xl">
            Your report <span className="whitespace-nowrap">{report.handle}</span>
          </h1>
          <p className="mt-2 text-lg text-muted">
            To {report.listName}. Everything here is in this page’s memory only.
          </p>
        </div>
        <Button icon="lock" onClick={onClose}>
          Close and forget
        </Button>
      </header>
      <WithoutKeyNotice report={report} holdsKey={receipt.certificate !== null} />
      <MovedForReporter report={report} />
      <PublicationWish wish={report.publicationWish} />
      <StateStrip report={report} />
      <IssuesSection issues={report.issues} titles={issueTitles(cards)} receivedAt={report.receivedAt} desk={desk} />
      <NoticesPanel receipt={receipt} report={report} onRead={onChanged} />
      <ReceiptThread envelopes={envelopes} contents={contents} opening={opening} report={report} />
      <AnswerPanel receipt={receipt} report={report} roster={roster} subject={subject} onSent={onChanged} />
      <div className="space-y-3">
        <ObligationsPanel {...report} dutyHolders={null} hasSeveralIssues={report.issues.length > 1} desk={desk} />
        <CasePanels issues={report.issues} desk={desk} />
        <PublicationPanels {...report} desk={desk} />
      </div>
      <ContactPanel receipt={receipt} report={report} onChanged={onChanged} />
    </div>
  );
}
