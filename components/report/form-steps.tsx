import { Steps } from "#components/ui/steps.tsx";
import type { Step } from "./form-state.ts";

export const stepNames: Readonly<Record<Step, string>> = {
  questions: "Questions",
  report: "Report",
  review: "Review and encrypt",
  receipt: "Receipt",
};

/** Where one is between the first question and the receipt. */
export function FormSteps({ step }: { readonly step: Step }) {
  const current = Object.keys(stepNames).indexOf(step);
  return <Steps label="Sending a report" steps={Object.values(stepNames)} current={current} />;
}
