"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { owedWords } from "#components/reports/owed-words.ts";
import { jsonBody, requestDone } from "#components/request/request.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { ShownDeadline } from "#lib/schema/deadlines-response.ts";
import type { StepWire } from "#lib/schema/step.ts";
import { CloseForm, type GivenEvidence } from "./close-form.tsx";

export interface CloseDialogProps {
  readonly deadline: ShownDeadline & { readonly reportId: string };
  readonly label: string;
  readonly onDone: (text: string) => void;
}

/** Closes what is owed, with what shows that it was done. What was typed stays where that is refused. */
export function CloseDialog({ deadline, label, onDone }: CloseDialogProps) {
  const { id: obligationId, handle, reportId } = deadline;
  const { what } = owedWords(deadline);
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);

  async function close(evidence: GivenEvidence) {
    setPending(true);
    const step: StepWire = { kind: "close", obligationId, evidence };
    const closed = await requestDone(`/api/v1/reports/${reportId}/steps`, jsonBody("POST", step));
    setPending(false);
    setProblem(closed.ok ? null : closed.problem);
    if (closed.ok) {
      setOpen(false);
      onDone(`${handle}: “${what}” is closed`);
    }
    if (closed.ok || closed.problem.code === "OBLIGATION_CLOSED") router.refresh();
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        setOpen(next);
        setProblem(null);
      }}
      trigger={
        <Button size="small" icon="check">
          {label}
          <VisuallyHidden>
            : {what}, {handle}
          </VisuallyHidden>
        </Button>
      }
      title={`${what}: close`}
      description={
        <p>
          What shows that it was done stands in clear beside {handle}: an address, a Message-ID, or a sentence that
          gives nothing away.
        </p>
      }
    >
      <CloseForm problem={problem} isPending={isPending} onClose={(evidence) => void close(evidence)} />
    </Dialog>
  );
}
