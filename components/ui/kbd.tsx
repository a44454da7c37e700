import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="rounded-sm border border-b-2 border-line-strong bg-sunken px-1.5 py-px font-mono text-[0.85em]">
      {children}
    </kbd>
  );
}
