import { clsx } from "clsx";
import type { ReactNode } from "react";

export interface PanelProps {
  readonly title?: ReactNode;
  /** Level of the title's heading. */
  readonly level?: 2 | 3;
  /** Beside the title: a badge, a button. */
  readonly aside?: ReactNode;
  /** With one, links and keys lead here. */
  readonly id?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a page that stands for itself. */
export function Panel({ title, level = 2, aside, id, className, children }: PanelProps) {
  const Heading = `h${String(level)}` as "h2" | "h3";
  return (
    <section
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      className={clsx("scroll-mt-4 rounded-lg border border-line bg-surface p-5 outline-none sm:p-6", className)}
    >
      {title === undefined ? null : (
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <Heading className="text-lg">{title}</Heading>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
