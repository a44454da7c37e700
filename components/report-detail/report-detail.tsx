"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { useTrustedRoster } from "#components/list/use-trusted-roster.ts";
import { DutyPanel } from "#components/duty/duty-panel.tsx";
import { isKeptSecret } from "#components/embargo/issue-standing.ts";
import { useNoteWay } from "#components/note/use-note-way.ts";
import { StatusPanel } from "#components/status/status-panel.tsx";
import { memberName } from "#components/thread/envelope-words.ts";
import type { PreparedMessage } from "#components/thread/prepared-message.ts";
import { MovedNotice } from "#components/triage/moved-notice.tsx";
import { issueTitles } from "#components/thread/use-issue-cards.ts";
import { TriagePanel } from "#components/triage/triage-panel.tsx";
import { CasePanels } from "#components/case/case-panels.tsx";
import { OwedSections } from "#components/obligation/owed-sections.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";
import { useMemberRoad } from "#components/step/use-member-road.ts";
import { AmberLine } from "./amber-line.tsx";
import { AnswersPanel } from "./answers-panel.tsx";
import { EmbargoStrip } from "./embargo-strip.tsx";
import { envelopeNames } from "./envelope-names.ts";
import { FindingsPanel } from "./findings-panel.tsx";
import { GpgReplyPanel } from "./gpg-reply-panel.tsx";
import { GrantDialog } from "./grant-dialog.tsx";
import { IssuesOfReport } from "./issues-of-report.tsx";
import { ReadersPanel } from "./readers-panel.tsx";
import { ReplyPanel } from "./reply-panel.tsx";
import { ReportHeading } from "./report-heading.tsx";
import { ThreadSection } from "./thread-section.tsx";
import { TimelinePanel } from "./timeline-panel.tsx";
import { useNotes } from "./use-notes.ts";
import { useReportThread } from "./use-report-thread.ts";
import { WorkPlaces } from "./work-places.tsx";

export interface ReportDetailProps {
  readonly page: ReportPage;
  readonly origin: string;
}

/** One report: what it says, who wrote and who can read it, what is owed, and how to answer. */
export function ReportDetail({ page, origin }: ReportDetailProps) {
  const { report, envelopes, members } = page;
  const router = useRouter();
  const roster = useTrustedRoster(report.listName);
  const { thread, contents, card, cards, opening, title } = useReportThread(page, roster.state);
  const notes = useNotes(page, opening);
  const noteWay = useNoteWay(page, roster.state);
  const names = useMemo(() => envelopeNames(envelopes), [envelopes]);
  const memberNames = useMemo(
    () => new Map(members.map((member) => [member.id as string, memberName(member)])),
    [members],
  );
  const [prepared, setPrepared] = useState<PreparedMessage | null>(null);
  const openableIds = openIds(envelopes, contents, cards);
  const refresh = () => {
    router.refresh();
  };

  const desk: StepDesk = { viewer: "member", road: useMemberRoad(report.id), now: page.now };

  return (
    <>
      <ReportHeading report={report} card={card} title={title} />
      {page.issues.some(isKeptSecret) ? <AmberLine /> : null}
      <EmbargoStrip {...page} />
      <WorkPlaces triage={page.triage} />
      <MovedNotice page={page} roster={roster.state} />
      <div id="issues" className="mb-8 space-y-8">
        <IssuesOfReport page={page} cards={cards} roster={roster.state} desk={desk} />
        <CasePanels issues={page.issues} desk={desk} />
      </div>
      <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-8">
          <ThreadSection
            thread={thread}
            contents={contents}
            opening={opening}
            page={page}
            isRosterRefused={roster.state.step === "refused"}
          />
          <ReplyPanel {...page} roster={roster} title={title} prepared={prepared} onSent={refresh} />
          {roster.state.step === "trusted" && roster.state.trusted.roster.list === report.listName ? (
            <GpgReplyPanel {...page} trusted={roster.state.trusted} origin={origin} onSent={refresh} />
          ) : null}
          <OwedSections {...page} desk={desk} />
          <TriagePanel page={page} onPrepare={setPrepared} />
          <StatusPanel page={page} issueTitles={issueTitles(cards)} notes={notes} way={noteWay} />
          <DutyPanel page={page} notes={notes} way={noteWay} />
        </div>
        <div className="min-w-0 space-y-5">
          <FindingsPanel {...page} />
          <ReadersPanel
            readers={page.readers}
            envelopeCount={envelopes.length}
            action={
              openableIds.length === 0 ? null : <GrantDialog page={page} openableIds={openableIds} names={names} />
            }
          />
          <AnswersPanel report={report} />
          <TimelinePanel
            events={page.events}
            names={{ members: memberNames, envelopes: names, issueCount: page.issues.length }}
          />
        </div>
      </div>
    </>
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
