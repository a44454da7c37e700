import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Instant } from "./instant.tsx";

interface DateTimeBoundsProps {
  readonly preferredUntil: Date | null;
  readonly latestAt: Date | null;
  readonly discouragedLabel: string;
}

/** What the marks of the calendar mean, with the instants behind them. */
export function DateTimeBounds({ preferredUntil, latestAt, discouragedLabel }: DateTimeBoundsProps) {
  return (
    <dl className="space-y-2 text-sm">
      {preferredUntil === null ? null : (
        <Mark className="bg-accent-soft" term="Preferred, until">
          <Instant at={preferredUntil} />
        </Mark>
      )}
      {latestAt === null ? null : (
        <Mark className="border-2 border-dashed border-line-strong" term="Latest allowed">
          <Instant at={latestAt} precision="second" />
        </Mark>
      )}
      {discouragedLabel === "" ? null : (
        <Mark className="text-center text-xs leading-5 text-muted italic" sample="12" term="Advised against">
          {discouragedLabel}
        </Mark>
      )}
    </dl>
  );
}

interface MarkProps {
  readonly className: string;
  readonly sample?: string;
  readonly term: string;
  readonly children: ReactNode;
}

function Mark({ className, sample, term, children }: MarkProps) {
  return (
    <div className="flex flex-wrap gap-x-2.5">
      <dt className="flex shrink-0 gap-2.5 font-medium">
        <span aria-hidden="true" className={clsx("mt-px inline-block h-5 w-6 rounded-sm", className)}>
          {sample}
        </span>
        {term}
      </dt>
      <dd className="min-w-0 grow basis-56 text-muted">{children}</dd>
    </div>
  );
}
