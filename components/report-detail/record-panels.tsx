import { useMemo, type ReactNode } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { memberName } from "#components/thread/envelope-words.ts";
import { AnswersPanel } from "./answers-panel.tsx";
import { FindingsPanel } from "./findings-panel.tsx";
import { ReadersPanel } from "./readers-panel.tsx";
import { TimelinePanel } from "./timeline-panel.tsx";
import type { TimelineNames } from "./timeline-words.ts";

export interface RecordPanelsProps {
  readonly page: ReportPage;
  /** What the envelopes are called. */
  readonly names: TimelineNames["envelopes"];
  /** To let one more reader in; null where nothing stands open that could be granted. */
  readonly grant: ReactNode;
}

/** What is on record of a report, and asks nothing: the policy's remarks, its readers, its answers, its history. */
export function RecordPanels({ page, names, grant }: RecordPanelsProps) {
  const { members, issues } = page;
  const memberNames = useMemo(
    () => new Map(members.map((member) => [member.id as string, memberName(member)])),
    [members],
  );
  return (
    <>
      <FindingsPanel {...page} />
      <ReadersPanel action={grant} />
      <AnswersPanel {...page} />
      <TimelinePanel
        events={page.events}
        names={{ members: memberNames, envelopes: names, issueCount: issues.length }}
      />
    </>
  );
}
