"use client";

import { useState } from "react";
import type { ShownFact, ShownIssue } from "#lib/schema/issue-response.ts";
import { EvidenceField } from "#components/step/evidence-field.tsx";
import { evidenceFault } from "#components/step/evidence.ts";
import { happenedFault } from "#components/step/happened-fault.ts";
import { HappenedField } from "#components/step/happened-field.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";
import { StepFormFrame } from "#components/step/step-form-frame.tsx";
import type { CloseForm } from "#components/step/step-opener.tsx";
import { useStepForm } from "#components/step/use-step-form.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { endingQuestion } from "./ending-question.tsx";
import { factWords } from "./fact-words.ts";

export interface RecordFactFormProps {
  readonly issue: ShownIssue;
  readonly desk: StepDesk;
  readonly onClose: CloseForm;
}

/** Records one of the facts that can come next, with when it happened and how somebody knows. */
export function RecordFactForm({ issue, desk, onClose }: RecordFactFormProps) {
  const prefix = `fact-${String(issue.number)}`;
  const form = useStepForm(desk.road, prefix);
  const [chosen, setChosen] = useState<ShownFact | null>(null);
  const [occurredAt, setOccurredAt] = useState("");
  const [evidence, setEvidence] = useState("");
  // What somebody else has recorded meanwhile cannot be recorded again.
  const fact = issue.possibleFacts.find((each) => each === chosen) ?? null;
  const id = (field: string) => `${prefix}-${field}`;

  async function record() {
    if (fact === null) return;
    const { number, revision } = issue;
    const isTaken = await form.send({ kind: "record-fact", issue: number, revision, fact, occurredAt, evidence });
    if (isTaken) onClose(`Recorded: ${factWords[fact].clause}.`);
  }

  return (
    <StepFormFrame
      form={form}
      submitLabel="Record it"
      question={fact !== null && factWords[fact].endsEmbargo ? endingQuestion(issue, factWords[fact].clause) : null}
      mayTake={() =>
        form.accepts([
          ...(fact === null ? [{ fieldId: id("fact"), text: "Choose what has happened." }] : []),
          ...happenedFault(id("occurredAt"), occurredAt, new Date()),
          ...evidenceFault(id("evidence"), evidence),
        ])
      }
      take={record}
      onCancel={() => {
        onClose(null);
      }}
    >
      <RadioGroup
        id={id("fact")}
        name={id("fact")}
        legend="What has happened?"
        error={form.faultAt(id("fact"))}
        value={fact}
        onValueChange={(value) => {
          setChosen(issue.possibleFacts.find((each) => each === value) ?? null);
        }}
        options={issue.possibleFacts.map((each) => ({
          value: each,
          label: factWords[each].name,
          ...(factWords[each].endsEmbargo ? { hint: "Ends an embargo at once." } : {}),
        }))}
      />
      <HappenedField
        id={id("occurredAt")}
        legend="When did it happen?"
        error={form.faultAt(id("occurredAt"))}
        value={occurredAt}
        onValueChange={setOccurredAt}
        now={desk.now}
      />
      <EvidenceField
        id={id("evidence")}
        label="How do you know?"
        error={form.faultAt(id("evidence"))}
        value={evidence}
        onValueChange={setEvidence}
      />
    </StepFormFrame>
  );
}
