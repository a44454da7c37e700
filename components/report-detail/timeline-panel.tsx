"use client";

import type { ReportPage } from "#lib/schema/report-page.ts";
import { countText } from "#components/ui/count-text.ts";
import { Fold } from "#components/ui/fold.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { timelineWords, type TimelineNames } from "./timeline-words.ts";

export interface TimelinePanelProps extends Pick<ReportPage, "events"> {
  readonly names: TimelineNames;
}

/** Who did what when, by the portal's record; the newest last. */
export function TimelinePanel({ events, names }: TimelinePanelProps) {
  return (
    <Fold id="timeline" title="Timeline" note={countText(events.length, "event")}>
      <ol className="space-y-3 border-l border-line pl-4 text-sm">
        {events.map((event, index) => {
          const { who, did } = timelineWords(event, names);
          return (
            <li key={index} className="relative">
              <span
                aria-hidden="true"
                className="absolute top-1.5 -left-[1.31rem] size-2.5 rounded-full border border-line-strong bg-surface"
              />
              <p className="wrap-anywhere">
                <span className="font-medium">{who}</span> {did}
              </p>
              <div className="text-muted">
                <Instant at={event.at} />
              </div>
            </li>
          );
        })}
      </ol>
    </Fold>
  );
}
