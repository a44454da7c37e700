"use client";

import type { ReportPage } from "#lib/schema/report-page.ts";
import { DisclosurePart, Strip, StripPart } from "#components/embargo/strip.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Acknowledgement } from "./acknowledgement.tsx";
import { OwedRows } from "./owed-rows.tsx";

/** The three things that cannot wait: until when it is secret, whether the reporter was answered, and what is owed. */
export function EmbargoStrip({ report, obligations, now }: Pick<ReportPage, "report" | "obligations" | "now">) {
  const { receivedAt } = report;
  return (
    <div className="mb-8">
      <Strip>
        <DisclosurePart {...report} now={now} />
        <StripPart title="Receipt">
          <Acknowledgement report={report} />
          <p className="mt-3 text-sm text-muted">
            Received <Countdown to={receivedAt} now={now} />
            <span className="block">
              <Instant at={receivedAt} stacked />
            </span>
          </p>
        </StripPart>
        <StripPart title="Owed">
          <OwedRows obligations={obligations} now={now} />
        </StripPart>
      </Strip>
    </div>
  );
}
