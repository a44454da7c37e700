import type { ReactNode } from "react";

interface FormSectionProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the form under a heading of its own. */
export function FormSection({ id, title, lead, children }: FormSectionProps) {
  return (
    <section aria-labelledby={`${id}-heading`} className="border-t border-line pt-8 first:border-t-0 first:pt-0">
      <h2 id={`${id}-heading`} className="text-2xl">
        {title}
      </h2>
      {lead === undefined ? null : <div className="mt-1 max-w-prose text-muted">{lead}</div>}
      <div className="mt-6 space-y-8">{children}</div>
    </section>
  );
}
