"use client";

import { useEffect, useRef, type ReactNode } from "react";
import type { Step } from "./form-state.ts";

interface StepHeadingProps {
  readonly step: Step;
  readonly title: string;
  /** The title as it is shown, where it is more than text. */
  readonly heading?: ReactNode;
  readonly hasErrors?: boolean;
  /** The heading comes with its step: it takes the focus at once. */
  readonly takesFocus?: boolean;
  readonly children?: ReactNode;
}

const leads: Readonly<Record<Step, string>> = {
  questions:
    "The policy asks these of everybody, because the answers decide whether the list can help. They are sent in clear.",
  report: "All of this is encrypted in your browser, except where a question says otherwise.",
  review: "This is what leaves your browser, and in which form, once you press the button at the end.",
  receipt: "",
};

/** The heading of a step: it takes the focus when somebody comes to the step, and the page's title follows it. */
export function StepHeading(props: StepHeadingProps) {
  const { step, title, heading = title, hasErrors = false, takesFocus = false, children } = props;
  const place = useRef<HTMLHeadingElement>(null);
  const shown = useRef(takesFocus ? null : step);

  useEffect(() => {
    document.title = `${hasErrors ? "Error: " : ""}${title} · Report · Fortnight`;
  }, [title, hasErrors]);

  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    window.scrollTo(0, 0);
    place.current?.focus({ preventScroll: true });
  }, [step]);

  return (
    <div>
      <h2 ref={place} tabIndex={-1} className="text-2xl outline-none">
        {heading}
      </h2>
      <p className="mt-1 max-w-prose text-muted empty:hidden">{children ?? leads[step]}</p>
    </div>
  );
}
