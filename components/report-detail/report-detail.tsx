"use client";

import { useMemo, useState } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { useTrustedRoster } from "#components/list/use-trusted-roster.ts";
import { DutyPanel } from "#components/duty/duty-panel.tsx";
import { useNoteWay } from "#components/note/use-note-way.ts";
import { StatusPanel } from "#components/status/status-panel.tsx";
import type { PreparedMessage } from "#components/thread/prepared-message.ts";
import { MovedNotice } from "#components/triage/moved-notice.tsx";
import { issueTitles } from "#components/thread/use-issue-cards.ts";
import { TriagePanel } from "#components/triage/triage-panel.tsx";
import { CasePanels } from "#components/case/case-panels.tsx";
import { ObligationsPanel } from "#components/obligation/obligations-panel.tsx";
import { PublicationPanels } from "#components/posting/publication-panels.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";
import { usePlaceOfAddress } from "#components/step/use-place-of-address.ts";
import { useMemberRoad } from "#components/step/use-member-road.ts";
import { AskedSection } from "./asked-section.tsx";
import { ContentsList } from "./contents-list.tsx";
import { envelopeNames } from "./envelope-names.ts";
import { GpgReplyPanel } from "./gpg-reply-panel.tsx";
import { GrantDialog } from "./grant-dialog.tsx";
import { IssuesOfReport } from "./issues-of-report.tsx";
import { ReplyPanel } from "./reply-panel.tsx";
import { ReadersProvider } from "#components/readers/readers-provider.tsx";
import { ReportHeading } from "./report-heading.tsx";
import { ReceiptPanel } from "./receipt-panel.tsx";
import { RecordPanels } from "./record-panels.tsx";
import { ThreadSection } from "./thread-section.tsx";
import { TrafficLightLine } from "./traffic-light-line.tsx";
import { useNotes } from "./use-notes.ts";
import { useReportThread } from "./use-report-thread.ts";

export interface ReportDetailProps {
  readonly page: ReportPage;
  readonly origin: string;
}

/** One report: what it says, who wrote and who can read it, what is owed, and how to answer. */
export function ReportDetail({ page, origin }: ReportDetailProps) {
  const { report, envelopes } = page;
  const roster = useTrustedRoster(report.listName);
  const { thread, contents, card, cards, opening, title } = useReportThread(page, roster.state);
  const notes = useNotes(page, opening);
  const noteWay = useNoteWay(page, roster.state);
  const names = useMemo(() => envelopeNames(envelopes), [envelopes]);
  const [prepared, setPrepared] = useState<PreparedMessage | null>(null);
  usePlaceOfAddress();
  const openableIds = openIds(envelopes, contents, cards);
  const desk: StepDesk = { viewer: "member", road: useMemberRoad(report.id), now: page.now };

  return (
    <ReadersProvider reportId={report.id} now={page.now}>
      <ReportHeading report={report} card={card} title={title} />
      <TrafficLightLine issues={page.issues} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[11rem_minmax(0,1fr)]">
        <div className="lg:col-start-2">
          <AskedSection page={page} />
        </div>
        <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <div className="lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto">
            <ContentsList page={page} />
          </div>
        </div>
        <div className="min-w-0 space-y-8 lg:col-start-2">
          <MovedNotice page={page} roster={roster.state} />
          <ReceiptPanel {...page} />
          <IssuesOfReport page={page} cards={cards} roster={roster.state} desk={desk} />
          <ThreadSection
            thread={thread}
            contents={contents}
            opening={opening}
            page={page}
            isRosterRefused={roster.state.step === "refused"}
          />
          <ReplyPanel {...page} roster={roster} title={title} prepared={prepared} onSent={desk.road.refresh} />
          <div className="space-y-3">
            {roster.state.step === "trusted" && roster.state.trusted.roster.list === report.listName ? (
              <GpgReplyPanel {...page} trusted={roster.state.trusted} origin={origin} onSent={desk.road.refresh} />
            ) : null}
            <ObligationsPanel {...page} hasSeveralIssues={page.issues.length > 1} desk={desk} />
            <TriagePanel page={page} onPrepare={setPrepared} />
            <StatusPanel page={page} issueTitles={issueTitles(cards)} notes={notes} way={noteWay} />
            <CasePanels issues={page.issues} desk={desk} />
            <PublicationPanels {...page} desk={desk} />
            <DutyPanel page={page} notes={notes} way={noteWay} />
            <RecordPanels
              page={page}
              names={names}
              grant={
                openableIds.length === 0 ? null : <GrantDialog page={page} openableIds={openableIds} names={names} />
              }
            />
          </div>
        </div>
      </div>
    </ReadersProvider>
  );
}

/** Envelopes that stand open here with the session key that all readers hold: what may be granted. */
function openIds(
  envelopes: ReportPage["envelopes"],
  contents: ReturnType<typeof useReportThread>["contents"],
  cards: ReturnType<typeof useReportThread>["cards"],
): readonly string[] {
  const openCards = new Set(
    [...cards.values()].flatMap(({ envelopeId, card }) => (card.state === "opened" ? [envelopeId] : [])),
  );
  return envelopes
    .filter(({ id }) => {
      const each = contents.get(id);
      return openCards.has(id) || (each?.state === "opened" && each.fitsCommitment !== false);
    })
    .map(({ id }) => id);
}
