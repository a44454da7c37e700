"use client";

import Link from "next/link";
import { useMemo } from "react";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useMinuteClock } from "#components/ui/minute-clock.ts";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { reportsResponseSchema, type ReportsResponse, type ReportsWire } from "#lib/schema/reports-response.ts";
import { CardsBar } from "./cards-bar.tsx";
import { reportRows } from "./report-row.ts";
import { ReportsBoard } from "./reports-board.tsx";
import { useCards } from "./use-cards.ts";
import { useOlderReports } from "./use-older-reports.ts";

/** A member's reports: all of which they hold a key packet, titles as far as their keys open them. */
export function ReportsView({ wire }: { readonly wire: ReportsWire }) {
  const first = useMemo(() => reportsResponseSchema.parse(wire), [wire]);
  const { page, isLoading, problem } = useOlderReports(first);
  const { lockedCount } = useMemberKey();
  const isEmpty = page.reports.length === 0 && page.after === null;

  return (
    <>
      <PageHeader
        title="Reports"
        lead={isEmpty ? undefined : "Every report that was sealed to you, or granted to you since."}
      />
      {isEmpty ? (
        <EmptyState title="Nothing is sealed to you yet">
          <p>
            Reports that arrive while you are on a signed roster appear here. Earlier ones do as soon as another reader
            grants them to you.
          </p>
        </EmptyState>
      ) : (
        <OpenedReports key={lockedCount} page={page} />
      )}
      <p role="status" className="mt-4 flex items-center gap-2 text-sm text-muted empty:hidden">
        {isLoading ? (
          <>
            <Spinner /> Fetching older reports …
          </>
        ) : null}
      </p>
      {problem === null ? null : (
        <Notice tone="advice" title="Older reports are not in the table">
          <p>
            {problem.wrong} {problem.mend} They are also on the next page.
          </p>
        </Notice>
      )}
      {page.after === null && page.nextCursor === null ? null : (
        <Pagination
          as={Link}
          label="reports"
          previousHref={page.after === null ? null : "/reports"}
          nextHref={page.nextCursor === null ? null : `/reports?after=${page.nextCursor}`}
          position="Search and filters look through this page only."
        />
      )}
    </>
  );
}

/** Forgets what it opened when all is locked: the parent gives it another `key` then. */
function OpenedReports({ page }: { readonly page: ReportsResponse }) {
  const reportIds = useMemo(() => new Set<string>(page.reports.map(({ id }) => id)), [page]);
  const { cards, progress, problem } = useCards(page.after, reportIds);
  const now = useMinuteClock(page.now);
  const rows = useMemo(() => reportRows(page.reports, cards, now), [page, cards, now]);

  return (
    <>
      <CardsBar rows={rows} progress={progress} problem={problem} />
      <ReportsBoard rows={rows} after={page.after} now={page.now} />
    </>
  );
}
