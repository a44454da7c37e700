import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { ReadersState } from "./readers-context.ts";

/** What stands in the place of readers who are not known, or not yet. */
export function WaitingForReaders({ state }: { readonly state: Exclude<ReadersState, { readonly step: "known" }> }) {
  if (state.step === "fetching")
    return (
      <p role="status" className="flex items-center gap-2 text-muted">
        <Spinner /> Asking who holds key packets …
      </p>
    );
  return (
    <Notice tone="refusal" role="alert" title={state.problem.wrong}>
      <p>{state.problem.mend}</p>
    </Notice>
  );
}
