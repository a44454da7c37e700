import type { Anchor } from "./anchor.ts";
import { LinkButton } from "./link-button.tsx";

export interface PaginationProps {
  /** What is paged through: "Reports". */
  readonly label: string;
  /** Address of the page before; `null` on the first. */
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  /** `1 to 50 of 312`, say. */
  readonly position?: string;
  readonly as?: Anchor;
}

/** Ways to the page before and the page after. */
export function Pagination({ label, previousHref, nextHref, position, as = "a" }: PaginationProps) {
  return (
    <nav aria-label={`Pages of ${label}`} className="flex flex-wrap items-center justify-between gap-3 py-4">
      <p className="text-sm text-muted tabular-nums">{position}</p>
      <div className="flex gap-2">
        {previousHref === null ? null : (
          <LinkButton as={as} href={previousHref} rel="prev" size="small" icon="back">
            Previous
          </LinkButton>
        )}
        {nextHref === null ? null : (
          <LinkButton as={as} href={nextHref} rel="next" size="small" icon="forward">
            Next
          </LinkButton>
        )}
      </div>
    </nav>
  );
}
