import { clsx } from "clsx";
import { Icon } from "./icon.tsx";

export interface StepsProps {
  /** What the steps are of: "Sending a report". */
  readonly label: string;
  readonly steps: readonly string[];
  /** Index of the step that the person is at, from 0. */
  readonly current: number;
}

/** Where one is in a form of several parts. */
export function Steps({ label, steps, current }: StepsProps) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {steps.map((step, index) => {
          const isDone = index < current;
          const isCurrent = index === current;
          return (
            <li
              key={step}
              aria-current={isCurrent ? "step" : undefined}
              className={clsx("flex items-center gap-2", isCurrent ? "font-semibold" : "text-muted")}
            >
              <span
                aria-hidden="true"
                className={clsx(
                  "inline-flex size-6 items-center justify-center rounded-full border tabular-nums",
                  isCurrent ? "border-accent bg-accent text-on-accent" : "border-line-strong",
                )}
              >
                {isDone ? <Icon name="check" className="size-4" /> : index + 1}
              </span>
              <span>
                {step}
                {isDone ? <span className="sr-only"> (done)</span> : null}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
