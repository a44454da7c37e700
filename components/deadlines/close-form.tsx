"use client";

import { useState } from "react";
import { ClauseLink } from "#components/policy/clause-link.tsx";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { isClauseId } from "#lib/policy/clause.ts";
import { evidenceSchema } from "#lib/schema/step.ts";

const kinds = ["link", "message-id", "word"] as const;

export interface GivenEvidence {
  readonly kind: (typeof kinds)[number];
  readonly text: string;
}

export interface CloseFormProps {
  readonly problem: ShownProblem | null;
  readonly isPending: boolean;
  readonly onClose: (evidence: GivenEvidence) => void;
}

const words = {
  link: { option: "A public address", label: "Address", error: "Give an address that begins with https://" },
  "message-id": { option: "A Message-ID", label: "Message-ID", error: "Give a Message-ID such as <1234@example.org>" },
  word: { option: "Your word", label: "In one sentence", error: "Say it in one line of at most 500 characters" },
} as const;

/** Of what kind the evidence is, and the evidence. */
export function CloseForm({ problem, isPending, onClose }: CloseFormProps) {
  const [kind, setKind] = useState<GivenEvidence["kind"]>("word");
  const [text, setText] = useState("");
  const [error, setError] = useState<string | undefined>();

  function submit() {
    const evidence = { kind, text: text.trim() };
    const isFit = evidenceSchema.safeParse(evidence).success;
    setError(isFit ? undefined : words[kind].error);
    if (isFit) onClose(evidence);
    else document.getElementById("close-evidence")?.focus();
  }

  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) submit();
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
      <div role="alert" className="empty:hidden">
        {problem === null ? null : (
          <Notice tone="refusal" title={problem.wrong}>
            <p>
              {problem.mend}{" "}
              {problem.clause !== undefined && isClauseId(problem.clause) ? <ClauseLink id={problem.clause} /> : null}
            </p>
          </Notice>
        )}
      </div>
      <Button type="submit" variant="primary" icon="check" pending={isPending}>
        Close it
      </Button>
    </form>
  );
}
