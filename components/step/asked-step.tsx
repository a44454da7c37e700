"use client";

import type { ReactNode } from "react";
import type { StepWire } from "#lib/schema/step.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { StepDesk } from "./step-desk.ts";
import { StepProblem } from "./step-problem.tsx";
import { useStep } from "./use-step.ts";

export interface AskedStepProps {
  readonly desk: StepDesk;
  /** Of the button. */
  readonly label: string;
  /** What it is about, for those who hear the button alone: "Open again" + "(Tell of the leak)". */
  readonly what: string;
  readonly step: StepWire;
  /** The button is gone then: the focus has to go somewhere. */
  readonly onTaken: () => void;
  readonly title: string;
  readonly confirmLabel: string;
  /** What follows from it. */
  readonly children: ReactNode;
}

/** A step that is taken at the press of a button, after a question. */
export function AskedStep(props: AskedStepProps) {
  const { desk, label, what, step, onTaken, title, confirmLabel, children } = props;
  const { problem, take } = useStep(desk.road);

  return (
    <div className="space-y-2">
      <ConfirmDialog
        trigger={
          <Button size="small">
            {label}
            <VisuallyHidden>({what})</VisuallyHidden>
          </Button>
        }
        title={title}
        confirmLabel={confirmLabel}
        danger
        onConfirm={async () => {
          if (await take(step)) onTaken();
        }}
      >
        {children}
      </ConfirmDialog>
      <StepProblem problem={problem} />
    </div>
  );
}
