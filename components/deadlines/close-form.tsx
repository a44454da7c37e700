"use client";

import { useState } from "react";
import { EvidenceField } from "#components/step/evidence-field.tsx";
import { evidenceFault, evidenceOf } from "#components/step/evidence.ts";
import { StepProblem } from "#components/step/step-problem.tsx";
import { useStep } from "#components/step/use-step.ts";
import { Button } from "#components/ui/button.tsx";

export interface CloseFormProps {
  readonly deadline: { readonly id: string; readonly reportId: string };
  readonly onClosed: () => void;
}

const fieldId = "close-evidence";

/** What shows that it was done. What was typed stays where it is refused. */
export function CloseForm({ deadline: { id: obligationId, reportId }, onClosed }: CloseFormProps) {
  const { take, pending, problem } = useStep(reportId);
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string | undefined>();

  async function submit() {
    const [fault] = evidenceFault(fieldId, typed);
    const evidence = evidenceOf(typed);
    setError(fault?.text);
    if (fault !== undefined || evidence === null) document.getElementById(fieldId)?.focus();
    else if (await take("close", { kind: "close", obligationId, evidence })) onClosed();
  }

  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (pending === null) void submit();
      }}
    >
      <EvidenceField
        id={fieldId}
        label="What shows that it was done?"
        error={error}
        value={typed}
        onValueChange={setTyped}
      />
      <StepProblem problem={problem} />
      <Button type="submit" variant="primary" icon="check" pending={pending !== null}>
        Close it
      </Button>
    </form>
  );
}
