"use client";

import type { ReactNode } from "react";
import { FormButtons, type FormButtonsProps } from "./form-buttons.tsx";
import { StepFaults } from "./step-faults.tsx";
import type { StepForm } from "./use-step-form.ts";

export interface StepFormFrameProps extends Omit<FormButtonsProps, "isPending"> {
  readonly form: StepForm;
  readonly children: ReactNode;
}

/** A form about one step: what stands in its way, its fields, and the buttons. */
export function StepFormFrame({ form, children, ...buttons }: StepFormFrameProps) {
  const { question, mayTake, take } = buttons;
  return (
    <form
      noValidate
      className="space-y-6"
      onSubmit={(event) => {
        event.preventDefault();
        // With a question to ask first there is no button that submits: what comes here is a stray Enter.
        if (question === null && !form.isPending && mayTake()) void take();
      }}
    >
      <StepFaults form={form} />
      {children}
      <FormButtons {...buttons} isPending={form.isPending} />
    </form>
  );
}
