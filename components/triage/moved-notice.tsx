"use client";

import type { ReportPage } from "#lib/schema/report-page.ts";
import type { RosterState } from "#components/list/use-trusted-roster.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { LeftBehindNames } from "./left-behind-names.tsx";

export interface MovedNoticeProps {
  readonly page: Pick<ReportPage, "report" | "moved">;
  /** Of the list that it is on now. */
  readonly roster: RosterState;
}

/** That the discussion moved here from a wider list (A5), and who holds what was sealed before. Nothing where it did not. */
export function MovedNotice({ page: { report, moved }, roster }: MovedNoticeProps) {
  if (moved === null) return null;
  return (
    <Notice title={`Moved from ${moved.from} to ${report.listName}`}>
      <p>
        Since <Instant at={moved.at} /> everything is sealed to the readers of {report.listName} only, because it
        concerns Linux alone (<PolicyLink id="A5" />
        ). What came before stays as it was sealed.
      </p>
      {roster.step === "trusted" && roster.trusted.roster.list === report.listName ? (
        <LeftBehindNames roster={roster.trusted.roster.readers} />
      ) : null}
    </Notice>
  );
}
