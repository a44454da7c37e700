"use client";

import { useState } from "react";
import type { ShownObligation } from "#lib/schema/obligation.ts";
import { EvidenceField } from "#components/step/evidence-field.tsx";
import { evidenceFault, evidenceOf } from "#components/step/evidence.ts";
import { StepFormFrame } from "#components/step/step-form-frame.tsx";
import type { StepRoad } from "#components/step/step-road.ts";
import { useStepForm } from "#components/step/use-step-form.ts";

export interface CloseObligationFormProps {
  readonly obligation: Pick<ShownObligation, "id" | "kind">;
  readonly road: StepRoad;
  readonly onClosed: () => void;
  readonly onCancel: () => void;
}

/** Closes what is owed with a link, a Message-ID or one's word; progress (A9) goes on with it instead. */
export function CloseObligationForm({ obligation, road, onClosed, onCancel }: CloseObligationFormProps) {
  const { id: obligationId, kind } = obligation;
  const prefix = `close-${obligationId}`;
  const form = useStepForm(road, prefix);
  const [typed, setTyped] = useState("");
  const fieldId = `${prefix}-evidence`;
  const goesOn = kind === "REPORT_PROGRESS"; // it is owed anew then

  async function take() {
    const evidence = evidenceOf(typed);
    if (evidence === null) return;
    if (await form.send({ kind: "close", obligationId, evidence })) onClosed();
  }

  return (
    <StepFormFrame
      form={form}
      submitLabel={goesOn ? "Record it" : "Close it"}
      question={null}
      mayTake={() => form.accepts(evidenceFault(fieldId, typed))}
      take={take}
      onCancel={onCancel}
    >
      <EvidenceField
        id={fieldId}
        label={goesOn ? "How does it go on?" : "What shows that it was done?"}
        error={form.faultAt(fieldId)}
        value={typed}
        onValueChange={setTyped}
      />
    </StepFormFrame>
  );
}
