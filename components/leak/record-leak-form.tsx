"use client";

import { useState } from "react";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { happenedFault } from "#components/step/happened-fault.ts";
import { HappenedField } from "#components/step/happened-field.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";
import { StepFormFrame } from "#components/step/step-form-frame.tsx";
import type { CloseForm } from "#components/step/step-opener.tsx";
import { useStepForm } from "#components/step/use-step-form.ts";

export interface RecordLeakFormProps {
  readonly desk: StepDesk;
  readonly onClose: CloseForm;
}

/** Records that something got out: it is to be told, looked into and reported from then on (M4). */
export function RecordLeakForm({ desk, onClose }: RecordLeakFormProps) {
  const form = useStepForm(desk.road, "leak");
  const [noticedAt, setNoticedAt] = useState("");

  async function record() {
    if (await form.send({ kind: "record-leak", noticedAt })) onClose("The leak is recorded, and both sides are told.");
  }

  return (
    <StepFormFrame
      form={form}
      submitLabel="Record the leak"
      question={null}
      mayTake={() => form.accepts(happenedFault("leak-noticedAt", noticedAt, new Date()))}
      take={record}
      onCancel={() => {
        onClose(null);
      }}
    >
      <p className="max-w-prose text-sm text-muted">
        What got out, and how far it went, goes into a message, sealed. From now on it is owed that the reporter and the
        list are told, that it is looked into, and that both hear what came of it (<PolicyLink id="M4" />
        ). If the issue is public with it, record that as well: see the case.
      </p>
      <HappenedField
        id="leak-noticedAt"
        legend="When was it noticed?"
        error={form.faultAt("leak-noticedAt")}
        value={noticedAt}
        onValueChange={setNoticedAt}
        now={desk.now}
      />
    </StepFormFrame>
  );
}
