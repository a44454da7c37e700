import type { ReactNode } from "react";

export interface Description {
  readonly term: string;
  readonly details: ReactNode;
  /** A link with which to change it; its text should name the term for those who hear it alone. */
  readonly action?: ReactNode;
}

/** Terms and what they hold, one below the other on narrow screens. */
export function DescriptionList({ rows }: { readonly rows: readonly Description[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {rows.map(({ term, details, action }) => (
        <div key={term} className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[minmax(9rem,14rem)_1fr_auto]">
          <dt className="font-medium">{term}</dt>
          <dd className="min-w-0">{details}</dd>
          {action === undefined ? null : <dd>{action}</dd>}
        </div>
      ))}
    </dl>
  );
}
