"use client";

import { clsx } from "clsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { ReportFormModel } from "./use-report-form-model.ts";
import { wouldLose } from "./form-state.ts";

/** On to the next step, back to the one before, or away with everything. */
export function StepActions({ model: { form, goTo, dispatch } }: { readonly model: ReportFormModel }) {
  return (
    <div className={clsx("flex flex-wrap items-center gap-3", form.step !== "review" && "border-t border-line pt-6")}>
      {form.step === "questions" ? (
        <Button
          variant="primary"
          onClick={() => {
            goTo("report");
          }}
        >
          Continue to the report
        </Button>
      ) : null}
      {form.step === "report" ? (
        <Button
          variant="primary"
          onClick={() => {
            goTo("review");
          }}
        >
          Review and encrypt
        </Button>
      ) : null}
      {form.step === "questions" ? null : (
        <Button
          icon="back"
          onClick={() => {
            goTo(form.step === "review" ? "report" : "questions");
          }}
        >
          {form.step === "review" ? "Back to the report" : "Back to the questions"}
        </Button>
      )}
      {wouldLose(form) ? (
        <span className="ml-auto">
          <ConfirmDialog
            trigger={<Button variant="quiet">Forget everything</Button>}
            title="Forget everything typed here?"
            confirmLabel="Forget it"
            danger
            onConfirm={() => {
              dispatch({ kind: "forget" });
            }}
          >
            Nothing of it has been sent, and nothing is stored on this device. It cannot be brought back.
          </ConfirmDialog>
        </span>
      ) : null}
    </div>
  );
}
