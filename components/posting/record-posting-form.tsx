"use client";

import { useState } from "react";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { endingQuestion } from "#components/case/ending-question.tsx";
import { isKeptSecret } from "#components/embargo/issue-standing.ts";
import { HappenedField } from "#components/step/happened-field.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";
import { StepFormFrame } from "#components/step/step-form-frame.tsx";
import type { CloseForm } from "#components/step/step-opener.tsx";
import { useStepForm } from "#components/step/use-step-form.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { MandatoryFields } from "./mandatory-fields.tsx";
import { emptyPostingDraft, postingFaults, postingStep, type PostingDraft } from "./posting-draft.ts";

export interface RecordPostingFormProps {
  readonly issue: ShownIssue;
  readonly desk: StepDesk;
  readonly onClose: CloseForm;
}

/** Records what was posted in public: the mandatory posting (R13) or the exploit's (R14). */
export function RecordPostingForm({ issue, desk, onClose }: RecordPostingFormProps) {
  const prefix = `posting-${String(issue.number)}`;
  const form = useStepForm(desk.road, prefix);
  const [draft, setDraft] = useState<PostingDraft>(emptyPostingDraft);
  const change = (part: Partial<PostingDraft>) => {
    setDraft((current) => ({ ...current, ...part }));
  };
  const id = (field: string) => `${prefix}-${field}`;

  async function record() {
    if (await form.send(postingStep(draft, issue))) onClose("The posting is recorded.");
  }

  return (
    <StepFormFrame
      form={form}
      submitLabel="Record the posting"
      question={isKeptSecret(issue) ? endingQuestion(issue, "it was posted") : null}
      mayTake={() => form.accepts(postingFaults(draft, prefix, new Date()))}
      take={record}
      onCancel={() => {
        onClose(null);
      }}
    >
      <RadioGroup
        id={id("posting")}
        name={id("posting")}
        legend="What was posted?"
        error={form.faultAt(id("posting"))}
        value={draft.kind}
        onValueChange={(kind) => {
          change({ kind: kind === "mandatory" ? "mandatory" : "exploit" });
        }}
        options={[
          { value: "mandatory", label: "The issue: the mandatory posting" },
          { value: "exploit", label: "The exploit, in a posting of its own" },
        ]}
      />
      <TextField
        id={id("reference")}
        label="Link or Message-ID"
        hint="A public address, or what stands in the posting’s own header, like <left@right>."
        mono
        error={form.faultAt(id("reference"))}
        value={draft.reference}
        onChange={(event) => {
          change({ reference: event.target.value });
        }}
      />
      <HappenedField
        id={id("postedAt")}
        legend="When was it posted?"
        error={form.faultAt(id("postedAt"))}
        value={draft.postedAt}
        onValueChange={(postedAt) => {
          change({ postedAt });
        }}
        now={desk.now}
      />
      {draft.kind === "mandatory" ? (
        <MandatoryFields
          draft={draft}
          onChange={change}
          prefix={prefix}
          faultAt={form.faultAt}
          maximumExploitDelayDays={issue.policy.maximumExploitDelayDays}
          now={desk.now}
        />
      ) : null}
    </StepFormFrame>
  );
}
