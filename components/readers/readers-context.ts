import { createContext, useContext, useEffect } from "react";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import type { ReportReaders } from "#lib/schema/report-readers.ts";

/** What is known of a report's readers. */
export type ReadersState =
  | { readonly step: "fetching" }
  | { readonly step: "refused"; readonly problem: ShownProblem }
  | ({ readonly step: "known" } & ReportReaders);

export const ReadersContext = createContext<{ readonly state: ReadersState; readonly ask: () => void }>({
  state: { step: "fetching" },
  ask: () => undefined,
});

/** The readers of the page's report; they are fetched as soon as something wants them. */
export function useReaders(isWanted: boolean): ReadersState {
  const { state, ask } = useContext(ReadersContext);
  useEffect(() => {
    if (isWanted) ask();
  }, [isWanted, ask]);
  return state;
}
