"use client";

import { useEffect, useMemo, useState } from "react";
import type { ReportId } from "#lib/base/id.ts";
import type { Result } from "#lib/base/result.ts";
import { isCancelled, requestJson } from "#components/request/request.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { reportsResponseSchema, type ReportsResponse } from "#lib/schema/reports-response.ts";

export interface OlderReports {
  /** What the page came with, and once they are here those that follow. */
  readonly page: ReportsResponse;
  readonly isLoading: boolean;
  readonly problem: ShownProblem | null;
}

/** What was answered to the question for what follows a cursor. */
interface Fetched {
  readonly after: ReportId;
  readonly answer: Result<ReportsResponse, ShownProblem>;
}

/**
 * Titles are searched where they are opened, so what is to be found must be here: the page comes with the newest reports,
 * and those behind them are fetched once it stands.
 */
export function useOlderReports(first: ReportsResponse): OlderReports {
  const { nextCursor } = first;
  const [fetched, setFetched] = useState<Fetched | null>(null);

  useEffect(() => {
    if (nextCursor === null) return;
    const stop = new AbortController();
    requestJson(`/api/v1/reports?after=${nextCursor}`, reportsResponseSchema, { signal: stop.signal })
      .then((answer) => {
        setFetched({ after: nextCursor, answer });
      })
      .catch((error: unknown) => {
        if (!isCancelled(error)) throw error;
      });
    return () => {
      stop.abort();
    };
  }, [first, nextCursor]); // with each page that comes, so that the older ones are as new as it is

  const answer = nextCursor !== null && fetched?.after === nextCursor ? fetched.answer : null;
  const known = answer?.ok === true ? answer.value : null;
  const page = useMemo(
    () =>
      known === null
        ? first
        : { ...first, reports: [...first.reports, ...known.reports], nextCursor: known.nextCursor },
    [first, known],
  );
  return {
    page,
    isLoading: nextCursor !== null && answer === null,
    problem: answer?.ok === false ? answer.problem : null,
  };
}
