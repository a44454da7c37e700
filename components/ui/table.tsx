import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

export interface TableProps {
  readonly caption: string;
  /** The caption is said, not shown: a heading just above says the same. */
  readonly captionHidden?: boolean;
  /** `TableHead` and `tbody`. */
  readonly children: ReactNode;
}

/** A table that scrolls sideways within itself, by keyboard too, where the page is narrower. */
export function Table({ caption, captionHidden = false, children }: TableProps) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className={captionHidden ? "sr-only" : "pb-2 text-left font-medium"}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

/** The row of column headers. */
export function TableHead({ children }: { readonly children: ReactNode }) {
  return (
    <thead className="border-b border-line-strong text-sm text-muted">
      <tr>{children}</tr>
    </thead>
  );
}

export function Row({ className, ...rest }: ComponentProps<"tr">) {
  return <tr {...rest} className={clsx("border-b border-line", className)} />;
}

export function HeaderCell({ className, scope = "col", ...rest }: ComponentProps<"th">) {
  return (
    <th
      {...rest}
      scope={scope}
      className={clsx("py-2.5 pr-5 font-medium last:pr-0", scope === "col" && "align-bottom", className)}
    />
  );
}

export function Cell({ className, ...rest }: ComponentProps<"td">) {
  return <td {...rest} className={clsx("py-2.5 pr-5 align-top last:pr-0", className)} />;
}
