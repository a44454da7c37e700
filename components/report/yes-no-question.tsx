"use client";

import type { ReactNode } from "react";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { controlId, type Draft } from "./draft.ts";
import { useReportForm } from "./form-context.ts";
import { Question } from "./question.tsx";

type YesNoField = {
  [Field in keyof Draft]: Draft[Field] extends boolean | null ? Field : never;
}[keyof Draft];

interface YesNoQuestionProps {
  readonly field: YesNoField;
  readonly legend: string;
  readonly hint: ReactNode;
  readonly optional?: boolean;
  readonly yes?: string;
  readonly no?: string;
}

/** A question of the policy that is answered yes or no; nothing is chosen beforehand. */
export function YesNoQuestion({ field, legend, hint, optional = false, yes = "Yes", no = "No" }: YesNoQuestionProps) {
  const { draft, change, errorOf } = useReportForm();
  const answer = draft[field];

  return (
    <Question fields={[field]}>
      <RadioGroup
        id={controlId(field)}
        name={controlId(field)}
        legend={legend}
        hint={hint}
        error={errorOf(field)}
        optional={optional}
        inline
        options={[
          { value: "yes", label: yes },
          { value: "no", label: no },
        ]}
        value={answer === null ? null : answer ? "yes" : "no"}
        onValueChange={(value) => {
          change({ [field]: value === "yes" });
        }}
      />
    </Question>
  );
}
