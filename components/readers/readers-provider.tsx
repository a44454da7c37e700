"use client";

import { useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import type { ReportId } from "#lib/base/id.ts";
import { isCancelled, requestJson } from "#components/request/request.ts";
import { reportReadersSchema } from "#lib/schema/report-readers.ts";
import { ReadersContext, type ReadersState } from "./readers-context.ts";

export interface ReadersProviderProps {
  readonly reportId: ReportId;
  /** When the page was made: whoever has asked is told anew with each one. */
  readonly now: Date;
  readonly children: ReactNode;
}

/** Fetches who reads what of a report once something on the page asks for it. */
export function ReadersProvider({ reportId, now, children }: ReadersProviderProps) {
  const [isWanted, setIsWanted] = useState(false);
  const [state, setState] = useState<ReadersState>({ step: "fetching" });
  const ask = useCallback(() => {
    setIsWanted(true);
  }, []);

  useEffect(() => {
    if (!isWanted) return;
    const stop = new AbortController();
    requestJson(`/api/v1/reports/${reportId}/readers`, reportReadersSchema, { signal: stop.signal })
      .then((answer) => {
        setState(answer.ok ? { step: "known", ...answer.value } : { step: "refused", problem: answer.problem });
      })
      .catch((error: unknown) => {
        if (!isCancelled(error)) throw error;
      });
    return () => {
      stop.abort();
    };
  }, [isWanted, reportId, now]);

  const road = useMemo(() => ({ state, ask }), [state, ask]);
  return <ReadersContext value={road}>{children}</ReadersContext>;
}
