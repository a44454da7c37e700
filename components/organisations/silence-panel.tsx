import { Countdown } from "#components/ui/countdown.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { UnansweredIssue } from "#lib/schema/organisation-page.ts";
import { ReportLink } from "./report-link.tsx";

export interface SilencePanelProps {
  readonly unanswered: readonly UnansweredIssue[];
  readonly now: Date;
}

/** The issues under embargo about which an organisation has said nothing. Silence is not "not affected". */
export function SilencePanel({ unanswered, now }: SilencePanelProps) {
  return (
    <Panel id="silent" title="Silent">
      {unanswered.length === 0 ? (
        <p className="text-muted">It has said where it stands with everything that is open to it.</p>
      ) : (
        <>
          <p className="mb-2 text-sm text-muted">Open to it, and not a word yet. That is not “not affected”.</p>
          <ul className="divide-y divide-line">
            {unanswered.map(({ reportId, handle, issueNumber, receivedAt, openedAt }) => (
              <li key={`${reportId} ${String(issueNumber)}`} className="py-2.5">
                <p>
                  <ReportLink handle={handle} reportId={reportId} />, issue {issueNumber}
                </p>
                <p className="text-sm text-muted">
                  Received <Countdown to={receivedAt} now={now} />;{" "}
                  {openedAt === null ? (
                    "no sign that it was opened here"
                  ) : (
                    <>
                      opened <Instant at={openedAt} />
                    </>
                  )}
                  .
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
