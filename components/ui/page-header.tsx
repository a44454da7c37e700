import type { ReactNode } from "react";
import type { Anchor } from "./anchor.ts";
import { Icon } from "./icon.tsx";

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** A sentence or two below the title. */
  readonly lead?: ReactNode;
  /** Where the page belongs: shown above the title as a way back. */
  readonly back?: { readonly href: string; readonly label: string };
  /** Beside the title: the page's main actions, or a badge. */
  readonly actions?: ReactNode;
  /** The router's link component for `back`; a plain `a` where not given. */
  readonly as?: Anchor;
}

/** The page's one `h1`, and how to get back from here. */
export function PageHeader({ title, lead, back, actions, as: Link = "a" }: PageHeaderProps) {
  return (
    <header className="mb-8">
      {back === undefined ? null : (
        <Link href={back.href} className="link mb-3 inline-flex min-h-6 items-center gap-1.5 text-sm">
          <Icon name="back" className="size-4" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h1 className="min-w-0 text-3xl sm:text-4xl">{title}</h1>
        {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {lead === undefined ? null : <div className="mt-3 max-w-prose text-lg text-muted">{lead}</div>}
    </header>
  );
}
