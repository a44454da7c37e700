"use client";

import { useEffect, useRef } from "react";

interface StepOutcomeProps {
  readonly text: string;
  /** How often something was done here. */
  readonly count: number;
}

export const nothingDone: StepOutcomeProps = { text: "", count: 0 };

/** Says what was done, and takes the focus from the button that is gone with it. */
export function StepOutcome({ text, count }: StepOutcomeProps) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (count > 0) place.current?.focus();
  }, [count]);
  return (
    <p ref={place} tabIndex={-1} role="status" className="w-fit rounded-sm font-medium text-success empty:hidden">
      {text}
    </p>
  );
}
