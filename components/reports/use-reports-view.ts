"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { queryOfView, viewOfQuery, type ReportsView } from "./view-query.ts";

/**
 * How the reports are looked at, kept in the page's address so that coming back finds it again. What is searched for
 * is not: it may name what nobody should know.
 */
export function useReportsView(after: string | null): readonly [ReportsView, (view: ReportsView) => void] {
  const query = useSearchParams();
  const [view, setView] = useState(() => viewOfQuery(query));

  function change(next: ReportsView) {
    setView(next);
    const text = queryOfView(next, after);
    window.history.replaceState(null, "", text === "" ? "/reports" : `/reports?${text}`);
  }

  return [view, change];
}
