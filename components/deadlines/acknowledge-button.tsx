"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { requestDone } from "#components/request/request.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export interface AcknowledgeButtonProps {
  readonly handle: string;
  readonly reportId: string;
  readonly label: string;
  readonly onDone: (text: string) => void;
}

/** Confirms receipt to the reporter, under the member's name (A1, R8). */
export function AcknowledgeButton({ handle, reportId, label, onDone }: AcknowledgeButtonProps) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);

  async function acknowledge() {
    setPending(true);
    setProblem(null);
    const done = await requestDone(`/api/v1/reports/${reportId}/acknowledgement`, { method: "POST" });
    setPending(false);
    const isFaster = !done.ok && done.problem.code === "ALREADY_ACKNOWLEDGED";
    if (!done.ok && !isFaster) {
      setProblem(done.problem);
      return;
    }
    onDone(isFaster ? `${handle}: somebody was faster` : `${handle}: receipt is acknowledged`);
    router.refresh();
  }

  return (
    <>
      <Button variant="primary" size="small" icon="check" pending={isPending} onClick={() => void acknowledge()}>
        {label}
        <VisuallyHidden> of {handle}</VisuallyHidden>
      </Button>
      <p role="alert" className="mt-1 text-sm text-refusal empty:hidden">
        {problem === null ? null : `${problem.wrong} ${problem.mend}`}
      </p>
    </>
  );
}
