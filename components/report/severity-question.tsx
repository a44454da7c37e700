"use client";

import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { Severity } from "#lib/policy/facts.ts";
import { ClauseReason } from "./clause-reason.tsx";
import { severityWords } from "./clear-rows.ts";
import { controlId } from "./draft.ts";
import { useReportForm } from "./form-context.ts";
import { Question } from "./question.tsx";

const hints: Readonly<Record<Severity, string>> = {
  low: "Hard to use, or little comes of it.",
  medium: "Likely to be used somewhere, with an effect that matters.",
  high: "Easily used, or what comes of it is grave.",
};

/** How severe the issue is, as the product of probability and impact (R4). */
export function SeverityQuestion() {
  const { draft, change, errorOf } = useReportForm();

  return (
    <Question fields={["severity"]}>
      <RadioGroup
        id={controlId("severity")}
        name={controlId("severity")}
        legend="How severe is it?"
        hint={<ClauseReason id="R4">How likely the issue is to be used, multiplied by what it would do.</ClauseReason>}
        error={errorOf("severity")}
        options={(["low", "medium", "high"] as const).map((value) => ({
          value,
          label: severityWords[value],
          hint: hints[value],
        }))}
        value={draft.severity}
        onValueChange={(severity) => {
          change({ severity: severity as Severity });
        }}
      />
    </Question>
  );
}
