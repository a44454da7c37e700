"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";

/** What is asked before a step that ends something. */
export interface Question {
  readonly title: string;
  readonly consequences: ReactNode;
  readonly confirmLabel: string;
}

export interface FormButtonsProps {
  readonly submitLabel: string;
  readonly isPending: boolean;
  /** Where given, it is asked before the step is taken. */
  readonly question: Question | null;
  /** Looks at what was typed; true where the step may be taken. */
  readonly mayTake: () => boolean;
  /** Takes the step. */
  readonly take: () => Promise<void>;
  readonly onCancel: () => void;
}

/** At the end of a form about a step: take it, where needed after a question, or leave. */
export function FormButtons(props: FormButtonsProps) {
  const { submitLabel, isPending, question, mayTake, take, onCancel } = props;
  return (
    <div className="flex flex-wrap gap-3">
      {question === null ? (
        <Button type="submit" variant="primary" pending={isPending}>
          {submitLabel}
        </Button>
      ) : (
        <ConfirmDialog
          trigger={
            <Button variant="primary" pending={isPending}>
              {submitLabel}
            </Button>
          }
          title={question.title}
          confirmLabel={question.confirmLabel}
          danger
          mayOpen={mayTake}
          onConfirm={take}
        >
          {question.consequences}
        </ConfirmDialog>
      )}
      <Button variant="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
