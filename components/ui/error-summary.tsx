"use client";

import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from "react";
import { Icon } from "./icon.tsx";

export interface SummarisedError {
  /** Id of the control to mend; without it the error stands as plain text. */
  readonly fieldId?: string | undefined;
  readonly text: ReactNode;
}

export interface ErrorSummaryProps {
  readonly errors: readonly SummarisedError[];
  readonly heading?: string;
  /** Counts the times the form was sent: focus comes here at each, and not while the person types. */
  readonly attempt?: number;
}

/** What stands between the form and its being sent, at the top of the page; takes the focus and leads to each field. */
export function ErrorSummary({ errors, heading = "There is a problem", attempt = 0 }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const headingId = useId();
  const isEmpty = errors.length === 0;

  useEffect(() => {
    if (!isEmpty) box.current?.focus();
  }, [attempt, isEmpty]);

  if (isEmpty) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby={headingId}
      className="rounded-md border-2 border-refusal bg-surface p-4 sm:p-5"
    >
      <h2 id={headingId} className="flex items-center gap-2 text-lg">
        <Icon name="refusal" className="size-5 text-refusal" />
        {heading}
      </h2>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {errors.map(({ fieldId, text }, index) => (
          <li key={`${String(index)} ${fieldId ?? ""}`}>
            {fieldId === undefined ? (
              text
            ) : (
              <a href={`#${fieldId}`} onClick={goToField} className="font-medium text-refusal underline">
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Focuses the control with its question in view, where the browser alone would scroll the question out of sight. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const control = document.getElementById(event.currentTarget.hash.slice(1));
  if (control === null) return;
  event.preventDefault();
  const question = control.closest("fieldset") ?? document.querySelector(`label[for="${CSS.escape(control.id)}"]`);
  (question ?? control).scrollIntoView();
  control.focus({ preventScroll: true });
}
