"use client";

import { useEffect, useRef } from "react";

interface StepOutcomeProps {
  readonly text: string;
  /** How often something was done here: the focus comes here at each. Not given where it goes elsewhere. */
  readonly count?: number;
}

export const nothingDone = { text: "", count: 0 };

/** Says what was done; where the pressed button is gone with it, takes the focus from there. */
export function StepOutcome({ text, count = 0 }: StepOutcomeProps) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (count > 0) place.current?.focus();
  }, [count]);
  return (
    <p ref={place} tabIndex={-1} role="status" className="mb-3 w-fit rounded-sm font-medium text-success empty:hidden">
      {text}
    </p>
  );
}
