"use client";

import { useState } from "react";
import { StepProblem } from "#components/step/step-problem.tsx";
import { useStep } from "#components/step/use-step.ts";
import { Button } from "#components/ui/button.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { evidenceSchema } from "#lib/schema/step.ts";

const kinds = ["link", "message-id", "word"] as const;

type EvidenceKind = (typeof kinds)[number];

export interface CloseFormProps {
  readonly deadline: { readonly id: string; readonly reportId: string };
  readonly onClosed: () => void;
}

const words = {
  link: { option: "A public address", label: "Address", error: "Give an address that begins with https://" },
  "message-id": { option: "A Message-ID", label: "Message-ID", error: "Give a Message-ID such as <1234@example.org>" },
  word: { option: "Your word", label: "In one sentence", error: "Say it in one line of at most 500 characters" },
} as const;

/** Of what kind the evidence is, and the evidence. What was typed stays where it is refused. */
export function CloseForm({ deadline: { id: obligationId, reportId }, onClosed }: CloseFormProps) {
  const { take, pending, problem } = useStep(reportId);
  const [kind, setKind] = useState<EvidenceKind>("word");
  const [text, setText] = useState("");
  const [error, setError] = useState<string | undefined>();

  async function submit() {
    const evidence = { kind, text: text.trim() };
    const isFit = evidenceSchema.safeParse(evidence).success;
    setError(isFit ? undefined : words[kind].error);
    if (!isFit) document.getElementById("close-evidence")?.focus();
    else if (await take("close", { kind: "close", obligationId, evidence })) onClosed();
  }

  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (pending === null) void submit();
      }}
    >
      <RadioGroup
        id="close-kind"
        name="close-kind"
        legend="What shows it?"
        value={kind}
        onValueChange={(value) => {
          setKind(kinds.find((each) => each === value) ?? "word");
          setError(undefined);
        }}
        options={kinds.map((value) => ({ value, label: words[value].option }))}
      />
      <TextField
        id="close-evidence"
        label={words[kind].label}
        error={error}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
        }}
      />
      <StepProblem problem={problem} />
      <Button type="submit" variant="primary" icon="check" pending={pending !== null}>
        Close it
      </Button>
    </form>
  );
}
