"use client";

import { useEffect, useMemo, useState } from "react";
import { isCancelled, requestJson } from "#components/request/request.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { reportsResponseSchema, type ReportsResponse } from "#lib/schema/reports-response.ts";

export interface OlderReports {
  /** What the page came with, and once they are here those that follow. */
  readonly page: ReportsResponse;
  readonly isLoading: boolean;
  readonly problem: ShownProblem | null;
}

/**
 * Titles are searched where they are opened, so what is to be found must be here: the page comes with the newest reports,
 * and those behind them are fetched once it stands.
 */
export function useOlderReports(first: ReportsResponse): OlderReports {
  const { nextCursor } = first;
  const [older, setOlder] = useState<ReportsResponse | null>(null);
  const [problem, setProblem] = useState<ShownProblem | null>(null);

  useEffect(() => {
    if (nextCursor === null) return;
    const stop = new AbortController();
    requestJson(`/api/v1/reports?after=${nextCursor}`, reportsResponseSchema, { signal: stop.signal })
      .then((answer) => {
        if (answer.ok) setOlder(answer.value);
        else setProblem(answer.problem);
      })
      .catch((error: unknown) => {
        if (!isCancelled(error)) throw error;
      });
    return () => {
      stop.abort();
    };
  }, [nextCursor]);

  const known = older?.after === nextCursor ? older : null;
  const page = useMemo(
    () =>
      known === null
        ? first
        : { ...first, reports: [...first.reports, ...known.reports], nextCursor: known.nextCursor },
    [first, known],
  );
  return { page, isLoading: nextCursor !== null && known === null && problem === null, problem };
}
