"use client";

import { useState, type ReactNode } from "react";
import { useFocusOnChange } from "#components/report/use-focus-on-change.ts";
import { Button } from "#components/ui/button.tsx";
import type { IconName } from "#components/ui/icon.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { StepOutcome } from "./step-outcome.tsx";

/** Closes a form: with what was done, to be read out, or null where nothing was. */
export type CloseForm = (outcome: string | null) => void;

export interface StepOpenerProps {
  /** Of the place that takes the focus when its contents change, and to which links lead. */
  readonly id: string;
  /** Of the button that opens the form, and the form's heading. */
  readonly label: string;
  /** What it is about, for those who hear the button alone: "Close with evidence" + "(Tell of the leak)". */
  readonly what?: string;
  readonly icon?: IconName;
  readonly size?: "medium" | "small";
  readonly children: (close: CloseForm) => ReactNode;
}

/** A button that gives way to a form; afterwards the button is back, with a word on what was done. */
export function StepOpener({ id, label, what, icon = "plus", size = "medium", children }: StepOpenerProps) {
  const [isOpen, setOpen] = useState(false);
  const [outcome, setOutcome] = useState("");
  const place = useFocusOnChange(String(isOpen));

  return (
    <div ref={place} id={id} tabIndex={-1} className="scroll-mt-4 outline-none">
      <StepOutcome text={outcome} />
      {isOpen ? (
        <div className="rounded-md border border-line-strong p-4 sm:p-5">
          <h3 className="mb-4 text-lg font-semibold">{label}</h3>
          {children((done) => {
            setOpen(false);
            setOutcome(done ?? "");
          })}
        </div>
      ) : (
        <Button
          icon={icon}
          size={size}
          onClick={() => {
            setOutcome("");
            setOpen(true);
          }}
        >
          {label}
          {what === undefined ? null : <VisuallyHidden>({what})</VisuallyHidden>}
        </Button>
      )}
    </div>
  );
}
